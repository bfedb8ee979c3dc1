import { must } from "../../../infra/answer.ts";
import { defenderPlan } from "../../../infra/types/azure/around.ts";
import { defineInfraCheck } from "../define.ts";

export const azureAiDefender = defineInfraCheck({
  meta: {
    id: "azure-ai-defender",
    code: "PV-AZ-092",
    title: "Nothing watches the models of a subscription for attacks",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-778", "OWASP-LLM01:2025", "ATLAS:AML.T0051"],
    why: "Jailbreaks, stolen keys and emptied wallets raise no alert: they are seen on the bill, or not at all.",
    mend: "Switch the plan of Defender for Cloud for AI services on.",
    mends: {
      terraform:
        'resource "azurerm_security_center_subscription_pricing" "ai" {\n  tier          = "Standard"\n  resource_type = "AI"\n}',
      az: "az security pricing create --name AI --tier standard",
    },
    blind: "Other tools that watch.",
    references: ["https://learn.microsoft.com/azure/defender-for-cloud/ai-threat-protection"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_security_center_subscription_pricing" "x" {\n  tier          = "Free"\n  resource_type = "AI"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_security_center_subscription_pricing" "x" {\n  tier          = "Standard"\n  resource_type = "AI"\n}\n',
        },
      ],
    },
  },
  on: defenderPlan,
  judge: ({ facts: { plan, tier } }) => {
    if (plan.kind !== "known" || plan.value !== "AI") return undefined;
    return must(tier, (name) => name.toLowerCase() === "standard");
  },
});
