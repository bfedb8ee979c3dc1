import { mustBeSet } from "../../../infra/answer.ts";
import { guardrail } from "../../../infra/types/aws/bedrock.ts";
import { defineInfraCheck } from "../define.ts";

export const bedrockGuardrailGrounding = defineInfraCheck({
  meta: {
    id: "bedrock-guardrail-grounding",
    code: "PV-AWS-055",
    title: "A guardrail does not ask whether answers are grounded",
    severity: "info",
    confidence: "high",
    audience: "pedantic",
    aliases: ["bedrock_guardrail_contextual_grounding_filter_enabled"],
    controls: ["CWE-693", "OWASP-LLM09:2025", "AISF-AI-09"],
    why: "What a model makes up looks like what it has read.",
    mend: "Filter by grounding and relevance, where answers rest on documents.",
    mends: {
      terraform:
        'contextual_grounding_policy_config {\n  filters_config {\n    type      = "GROUNDING"\n    threshold = 0.7\n  }\n}',
    },
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
          code: 'resource "aws_bedrock_guardrail" "g" {\n  name                      = "g"\n  blocked_input_messaging   = "no"\n  blocked_outputs_messaging = "no"\n  contextual_grounding_policy_config {\n    filters_config {\n      type      = "GROUNDING"\n      threshold = 0.7\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: guardrail,
  judge: ({ facts }) => mustBeSet(facts.grounding),
});
