import { mustBeSet } from "../../../infra/answer.ts";
import { bedrockAgent } from "../../../infra/types/aws/bedrock.ts";
import { defineInfraCheck } from "../define.ts";

export const bedrockAgentUnguarded = defineInfraCheck({
  meta: {
    id: "bedrock-agent-unguarded",
    code: "PV-AWS-051",
    title: "A Bedrock agent has no guardrail",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_383", "bedrock_agent_guardrail_enabled"],
    controls: ["CWE-693", "OWASP-LLM01:2025", "OWASP-LLM02:2025", "ATLAS:AML.T0051", "AISF-AI-04"],
    why: "Whatever is asked or read reaches the model, and whatever it says or calls leaves: injected instructions, names, keys.",
    mend: "Give the agent a guardrail, of a version that does not change by itself.",
    mends: {
      terraform:
        'guardrail_configuration {\n  guardrail_identifier = aws_bedrock_guardrail.this.guardrail_id\n  guardrail_version    = "1"\n}',
      cloudformation:
        'GuardrailConfiguration:\n  GuardrailIdentifier: !GetAtt Guardrail.GuardrailId\n  GuardrailVersion: "1"',
    },
    blind: "Guards before or behind Bedrock, such as a gateway.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrockagent_agent" "a" {\n  agent_name              = "a"\n  agent_resource_role_arn = "arn:aws:iam::123456789012:role/a"\n  foundation_model        = "anthropic.claude-3-haiku-20240307-v1:0"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrockagent_agent" "a" {\n  agent_name              = "a"\n  agent_resource_role_arn = "arn:aws:iam::123456789012:role/a"\n  foundation_model        = "anthropic.claude-3-haiku-20240307-v1:0"\n  guardrail_configuration {\n    guardrail_identifier = "gr-1"\n    guardrail_version    = "1"\n  }\n}\n',
        },
      ],
    },
  },
  on: bedrockAgent,
  judge: ({ facts }) => mustBeSet(facts.guardrail),
});
