import { mustBeSet } from "../../../infra/answer.ts";
import { guardrail } from "../../../infra/types/aws/bedrock.ts";
import { defineInfraCheck } from "../define.ts";

export const bedrockGuardrailPersonalData = defineInfraCheck({
  meta: {
    id: "bedrock-guardrail-personal-data",
    code: "PV-AWS-054",
    title: "A guardrail lets personal data through",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["bedrock_guardrail_sensitive_information_filter_enabled"],
    controls: ["CWE-200", "OWASP-LLM02:2025", "ATLAS:AML.T0024", "AISF-AI-03"],
    why: "What a model has seen or retrieved, it says: names, numbers, keys.",
    mend: "Block or anonymise the kinds of personal data that answers have no need of.",
    mends: {
      terraform:
        'sensitive_information_policy_config {\n  pii_entities_config {\n    type   = "CREDIT_DEBIT_CARD_NUMBER"\n    action = "BLOCK"\n  }\n}',
      cloudformation:
        "SensitiveInformationPolicyConfig:\n  PiiEntitiesConfig:\n    - Type: CREDIT_DEBIT_CARD_NUMBER\n      Action: BLOCK",
    },
    blind: "Which kinds your answers may hold.",
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
          code: 'resource "aws_bedrock_guardrail" "g" {\n  name                      = "g"\n  blocked_input_messaging   = "no"\n  blocked_outputs_messaging = "no"\n  sensitive_information_policy_config {\n    pii_entities_config {\n      type   = "EMAIL"\n      action = "ANONYMIZE"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: guardrail,
  judge: ({ facts }) => mustBeSet(facts.sensitive),
});
