import { fail, must, type Answer, unknown } from "../../../infra/answer.ts";
import { asText, type Fact, walk } from "../../../infra/fact.ts";
import { guardrail } from "../../../infra/types/aws/bedrock.ts";
import { type Value } from "../../../infra/value.ts";
import { defineInfraCheck } from "../define.ts";

function read(value: Value, ...keys: readonly string[]): Fact<string> | undefined {
  for (const key of keys) {
    const found = walk(value, [key]);
    if (found !== undefined) return asText(found);
  }
  return undefined;
}

export const bedrockGuardrailPromptAttacks = defineInfraCheck({
  meta: {
    id: "bedrock-guardrail-prompt-attacks",
    code: "PV-AWS-053",
    title: "A guardrail does not stop prompt attacks",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["bedrock_guardrail_prompt_attack_filter_enabled"],
    controls: ["CWE-693", "OWASP-LLM01:2025", "ATLAS:AML.T0051", "AISF-AI-02"],
    why: "Jailbreaks and injected instructions are the first thing that is tried, and the filter against them is off or weak.",
    mend: "Filter prompt attacks in the input with high strength.",
    mends: {
      terraform:
        'content_policy_config {\n  filters_config {\n    type            = "PROMPT_ATTACK"\n    input_strength  = "HIGH"\n    output_strength = "NONE"\n  }\n}',
      cloudformation:
        "ContentPolicyConfig:\n  FiltersConfig:\n    - Type: PROMPT_ATTACK\n      InputStrength: HIGH\n      OutputStrength: NONE",
    },
    blind:
      "Whether the requests tag what users wrote, without which the filter looks at nothing of them.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrock_guardrail" "g" {\n  name                      = "g"\n  blocked_input_messaging   = "no"\n  blocked_outputs_messaging = "no"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrock_guardrail" "g" {\n  name                      = "g"\n  blocked_input_messaging   = "no"\n  blocked_outputs_messaging = "no"\n  content_policy_config {\n    filters_config {\n      type            = "HATE"\n      input_strength  = "HIGH"\n      output_strength = "HIGH"\n    }\n    filters_config {\n      type            = "PROMPT_ATTACK"\n      input_strength  = "HIGH"\n      output_strength = "NONE"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: guardrail,
  judge: ({ facts, resource }): Answer => {
    const { filters } = facts;
    if (filters.kind === "absent") return fail(resource.at);
    if (filters.kind !== "known") return must(filters, () => true);
    for (const each of filters.value.items) {
      const type = read(each, "type", "Type");
      if (type?.kind !== "known" || type.value !== "PROMPT_ATTACK") continue;
      const strength = read(each, "input_strength", "InputStrength", "inputStrength");
      if (strength !== undefined) return must(strength, (is) => is === "HIGH");
    }
    const { open } = filters.value;
    return open === undefined ? fail(filters.at) : unknown(filters.at, open);
  },
});
