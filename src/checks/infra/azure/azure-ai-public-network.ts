import { mustBe } from "../../../infra/answer.ts";
import { cognitiveAccount } from "../../../infra/types/azure/cognitive.ts";
import { lower } from "./answers.ts";
import { openToWorld } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const azureAiPublicNetwork = defineInfraCheck({
  meta: {
    id: "azure-ai-public-network",
    code: "PV-AZ-001",
    title: "An Azure AI account can be reached from the whole internet",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_134", "psrule:Azure.Cognitive.PublicAccess"],
    controls: ["CWE-668", "CWE-923", "ATLAS:AML.T0040"],
    why: "Whoever holds a key or a token can ask the models from anywhere: nothing but that secret stands between a leak and the bill, the data and the deployments.",
    mend: "Switch public network access off and give the account a private endpoint.",
    mends: {
      terraform: "public_network_access_enabled = false",
      az: "az resource update --ids {id} --set properties.publicNetworkAccess=Disabled",
    },
    references: [
      "https://learn.microsoft.com/azure/ai-services/cognitive-services-virtual-networks",
    ],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n  public_network_access_enabled = false\n}\n',
        },
      ],
    },
  },
  on: cognitiveAccount,
  judge: (it) => {
    const { publicNetwork, defaultAction } = it.facts;
    const answer = mustBe(
      publicNetwork,
      false,
      lower(defaultAction) === "deny"
        ? {
            message: "An Azure AI account can be reached from the internet, by addresses on a list",
            severity: "low",
          }
        : {},
    );
    return openToWorld(answer, it, {
      comes: "comes by the public network, with a key or a token",
      ends: "answers from any network that it lets in",
    });
  },
});
