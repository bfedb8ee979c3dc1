import { fail, must, pass, unknown } from "../../../infra/answer.ts";
import { cognitiveAccount, cognitiveDeployment } from "../../../infra/types/azure/cognitive.ts";
import { itemOfId, lower, parentOf } from "./answers.ts";
import { filtersAnything, policyOf } from "./filters.ts";
import { defineInfraCheck } from "../define.ts";

export const azureOpenaiDeploymentUnfiltered = defineInfraCheck({
  meta: {
    id: "azure-openai-deployment-unfiltered",
    code: "PV-AZ-009",
    title: "A deployed model has no content filter",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-693", "OWASP-LLM01:2025", "OWASP-LLM05:2025", "ATLAS:AML.T0054"],
    why: "Whatever is asked reaches the model and whatever it says is sent: injected instructions, jailbreaks, harmful and stolen text.",
    mend: "Name a content filter of yours, or `Microsoft.DefaultV2`.",
    mends: {
      terraform: 'rai_policy_name = "Microsoft.DefaultV2"',
      az: "az resource update --ids {id} --set properties.raiPolicyName=Microsoft.DefaultV2",
    },
    blind: "Filters before or behind the model, such as a gateway.",
    references: ["https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n}\nresource "azurerm_cognitive_deployment" "d" {\n  name                 = "gpt"\n  cognitive_account_id = azurerm_cognitive_account.x.id\n  model {\n    format = "OpenAI"\n    name   = "gpt-4o"\n  }\n  sku {\n    name = "Standard"\n  }\n  rai_policy_name = "Microsoft.Nil"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_cognitive_account" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  kind                = "OpenAI"\n  sku_name            = "S0"\n}\nresource "azurerm_cognitive_deployment" "d" {\n  name                 = "gpt"\n  cognitive_account_id = azurerm_cognitive_account.x.id\n  model {\n    format = "OpenAI"\n    name   = "gpt-4o"\n  }\n  sku {\n    name = "Standard"\n  }\n  rai_policy_name = "Microsoft.DefaultV2"\n}\n',
        },
      ],
    },
  },
  on: cognitiveDeployment,
  judge: (it, cloud) => {
    const { facts, resource } = it;
    const { raiPolicy: policy, format } = facts;
    if (policy.kind === "absent") {
      // OpenAI's models get the filter of the service; what others get is not told.
      if (format.kind === "absent" || lower(format) === "openai") return pass;
      return unknown(
        resource.at,
        "what filters a model of this maker where none is named is not told",
      );
    }
    if (policy.kind !== "known" && policy.kind !== "set") return must(policy, () => true);
    const name = lower(policy);
    if (/^microsoft\.nill?$/.test(name)) return fail(policy.at);
    if (name.startsWith("microsoft.")) return pass;
    const found = policyOf(it, cloud);
    if (found.kind === "unknown") return unknown(policy.at, found.cause);
    if (found.kind === "found") return filtersAnything(found.item);
    const account = itemOfId(cognitiveAccount, { id: parentOf(resource), cloud });
    const listed = account?.facts.raiPolicies;
    if (listed?.kind === "unread")
      return { kind: "not-assessed", at: policy.at, missing: listed.missing };
    return unknown(policy.at, `the content filter ${found.name} is not described here`);
  },
});
