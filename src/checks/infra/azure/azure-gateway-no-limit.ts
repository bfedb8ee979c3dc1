import { gatewayApi } from "../../../infra/types/azure/around.ts";
import { isForModel, policyMust } from "./gateway-policy.ts";
import { defineInfraCheck } from "../define.ts";

const limits =
  /<(?:llm-token-limit|azure-openai-token-limit|rate-limit|rate-limit-by-key|quota|quota-by-key)\b/i;

export const azureGatewayNoLimit = defineInfraCheck({
  meta: {
    id: "azure-gateway-no-limit",
    code: "PV-AZ-091",
    title: "A model can be asked without limit through API Management",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-770", "OWASP-LLM10:2025", "ATLAS:AML.T0034", "ATLAS:AML.T0029"],
    why: "One caller uses up what all share, runs up the bill, or copies the model answer by answer.",
    mend: "Limit tokens or calls for each caller (`llm-token-limit`, `rate-limit-by-key`).",
    mends: {
      terraform:
        'resource "azurerm_api_management_api_policy" "ai" {\n  api_name            = azurerm_api_management_api.NAME.name\n  api_management_name = "GATEWAY"\n  resource_group_name = "GROUP"\n  xml_content         = <<-XML\n    <policies>\n      <inbound>\n        <base />\n        <llm-token-limit counter-key="@(context.Subscription.Id)" tokens-per-minute="5000" estimate-prompt-tokens="true" />\n      </inbound>\n    </policies>\n  XML\n}',
    },
    blind: "Limits of the whole service or of a product.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_api_management_api" "x" {\n  name                = "x"\n  api_management_name = "gw"\n  resource_group_name = "ml"\n  revision            = "1"\n  path                = "openai"\n  \n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_api_management_api" "x" {\n  name                = "x"\n  api_management_name = "gw"\n  resource_group_name = "ml"\n  revision            = "1"\n  path                = "openai"\n  \n}\nresource "azurerm_api_management_api_policy" "p" {\n  api_name            = azurerm_api_management_api.x.name\n  api_management_name = "gw"\n  resource_group_name = "ml"\n  xml_content = "<policies><inbound><llm-token-limit tokens-per-minute=\'5000\' /></inbound></policies>"\n}\n',
        },
      ],
    },
  },
  on: gatewayApi,
  judge: ({ facts }) =>
    isForModel(facts) ? policyMust(facts, (text) => limits.test(text)) : undefined,
});
