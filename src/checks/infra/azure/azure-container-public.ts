import { must, pass, type Answer } from "../../../infra/answer.ts";
import { valueOf } from "../../../infra/fact.ts";
import { blobContainer, storageAccount } from "../../../infra/types/azure/around.ts";
import { itemOfId, parentOf } from "./answers.ts";
import { danger, thingOf } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const azureContainerPublic = defineInfraCheck({
  meta: {
    id: "azure-container-public",
    code: "PV-AZ-068",
    title: "Everybody can read a container without a key",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_34"],
    controls: ["CWE-552", "CWE-732", "ATLAS:AML.T0036"],
    why: "Data and models are there for whoever knows or guesses their address; with `container` they are even listed.",
    mend: "Make the container private.",
    mends: {
      terraform: 'container_access_type = "private"',
      az: "az storage container set-permission --account-name ACCOUNT --name {name} --public-access off",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_storage_container" "c" {\n  name = "c"\n  storage_account_id = azurerm_storage_account.x.id\n  container_access_type = "blob"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_storage_container" "c" {\n  name = "c"\n  storage_account_id = azurerm_storage_account.x.id\n  container_access_type = "private"\n}\n',
        },
      ],
    },
  },
  on: blobContainer,
  judge: (it, cloud): Answer => {
    const { facts, resource } = it;
    const own = must(facts.access, (access) => /^(?:private|none|)$/i.test(access));
    if (own.kind !== "fail") return own;
    const account =
      resource.dialect === "azure"
        ? itemOfId(storageAccount, { id: parentOf(resource, 2), cloud })
        : undefined;
    // The account decides for all of its containers.
    if (account !== undefined && valueOf(account.facts.publicBlobs) === false) return pass;
    const way = [
      { at: own.at, message: "may read without a login", thing: danger("anonymous", "everybody") },
      { at: resource.at, message: "is open to the world", thing: thingOf(it) },
    ];
    return { ...own, way };
  },
});
