import { mustNotBe, pass, type Answer } from "../../../infra/answer.ts";
import { bedrockAgent, guardrailVersion } from "../../../infra/types/aws/bedrock.ts";
import { defineInfraCheck } from "../define.ts";

export const bedrockAgentGuardrailDraft = defineInfraCheck({
  meta: {
    id: "bedrock-agent-guardrail-draft",
    code: "PV-AWS-052",
    title: "A Bedrock agent is guarded by a draft",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-693", "AISF-AI-04"],
    why: "Every edit of the draft is in production at once, also the one that switches a filter off to try something.",
    mend: "Name a version of the guardrail.",
    mends: {
      terraform: "guardrail_version = aws_bedrock_guardrail_version.this.version",
      cloudformation: "GuardrailVersion: !GetAtt GuardrailVersion.Version",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrockagent_agent" "a" {\n  agent_name              = "a"\n  agent_resource_role_arn = "arn:aws:iam::123456789012:role/a"\n  foundation_model        = "anthropic.claude-3-haiku-20240307-v1:0"\n  guardrail_configuration {\n    guardrail_identifier = "gr-1"\n    guardrail_version    = "DRAFT"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrockagent_agent" "a" {\n  agent_name              = "a"\n  agent_resource_role_arn = "arn:aws:iam::123456789012:role/a"\n  foundation_model        = "anthropic.claude-3-haiku-20240307-v1:0"\n  guardrail_configuration {\n    guardrail_identifier = "gr-1"\n    guardrail_version    = "2"\n  }\n}\n',
        },
      ],
    },
  },
  on: bedrockAgent,
  judge: ({ facts, resource }, cloud): Answer | undefined => {
    const { guardrail, guardrailVersion: version } = facts;
    if (guardrail.kind === "absent") return undefined;
    // The number of a version that is made here is not known yet, but that it is no draft.
    const isMade =
      version.kind === "set" &&
      cloud.find(guardrailVersion, version.value, resource).kind === "found";
    return isMade ? pass : mustNotBe(version, "DRAFT");
  },
});
