import { mustBe } from "../../../infra/answer.ts";
import { gatewayApi } from "../../../infra/types/azure/around.ts";
import { isForModel, policyMust } from "./gateway-policy.ts";
import { defineInfraCheck } from "../define.ts";

const checks =
  /<(?:validate-jwt|validate-azure-ad-token|validate-client-certificate|ip-filter|check-header|get-authorization-context)\b/i;

export const azureGatewayOpen = defineInfraCheck({
  meta: {
    id: "azure-gateway-open",
    code: "PV-AZ-090",
    title: "Everybody can ask a model through API Management",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-306", "OWASP-LLM10:2025", "ATLAS:AML.T0034", "ATLAS:AML.T0040"],
    why: "The gateway holds the key of the model and asks for none itself: whoever finds its address asks at your expense.",
    mend: "Require a subscription, or check tokens in the policy (`validate-azure-ad-token`, `validate-jwt`).",
    mends: {
      terraform: "subscription_required = true",
      az: "az apim api update --ids {id} --subscription-required true",
    },
    blind: "Policies of the whole service or of a product, which may check as well.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_api_management_api" "x" {\n  name                = "x"\n  api_management_name = "gw"\n  resource_group_name = "ml"\n  revision            = "1"\n  path                = "openai"\n  subscription_required = false\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_api_management_api" "x" {\n  name                = "x"\n  api_management_name = "gw"\n  resource_group_name = "ml"\n  revision            = "1"\n  path                = "openai"\n  subscription_required = true\n}\n',
        },
      ],
    },
  },
  on: gatewayApi,
  judge: ({ facts }) => {
    if (!isForModel(facts)) return undefined;
    const own = mustBe(facts.needsSubscription, true);
    if (own.kind !== "fail") return own;
    const policy = policyMust(facts, (text) => checks.test(text));
    return policy.kind === "fail" ? own : policy;
  },
});
