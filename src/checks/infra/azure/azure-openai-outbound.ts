import { must, mustBe, pass } from "../../../infra/answer.ts";
import { cognitiveAccount } from "../../../infra/types/azure/cognitive.ts";
import { lower } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azureOpenaiOutbound = defineInfraCheck({
  meta: {
    id: "azure-openai-outbound",
    code: "PV-AZ-005",
    title: "Models of an Azure account may fetch from any address",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_247"],
    controls: ["CWE-923", "CWE-200", "OWASP-LLM02:2025", "ATLAS:AML.T0025"],
    why: "Who can steer a prompt or a request can have the service fetch from, and so tell, an address of theirs: a way out for data past every network.",
    mend: "Restrict outbound access and list the few hosts that are needed.",
    mends: {
      terraform:
        'outbound_network_access_restricted = true\nfqdns                              = ["HOST"]',
      az: "az resource update --ids {id} --set properties.restrictOutboundNetworkAccess=true",
    },
    blind: "Which hosts are on the list.",
    references: [
      "https://learn.microsoft.com/azure/ai-services/cognitive-services-data-loss-prevention",
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
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n  outbound_network_access_restricted = true\n  fqdns = ["lake.blob.core.windows.net"]\n}\n',
        },
      ],
    },
  },
  on: cognitiveAccount,
  judge: ({ facts: { kind, outboundRestricted }, resource }) => {
    if (kind.kind !== "known" && kind.kind !== "absent") return must(kind, () => true);
    const hasModels =
      resource.type === "azurerm_ai_services" || /^(?:openai|aiservices)$/.test(lower(kind));
    return hasModels ? mustBe(outboundRestricted, true) : pass;
  },
});
