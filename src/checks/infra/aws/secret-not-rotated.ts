import { mustBe, mustBeSet, type Answer } from "../../../infra/answer.ts";
import { secret } from "../../../infra/types/aws/services.ts";
import { defineInfraCheck } from "../define.ts";

export const secretNotRotated = defineInfraCheck({
  meta: {
    id: "secret-not-rotated",
    code: "PV-AWS-118",
    title: "Nothing changes a secret by itself",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_AWS_57", "secretsmanager_automatic_rotation_enabled", "SecretsManager.1"],
    controls: ["CWE-324", "ATLAS:AML.T0055", "AISF-DATA-03"],
    why: "A token that was read once, in a notebook or a log, opens the same door until somebody thinks of changing it.",
    mend: "Let a function rotate it, at most every 90 days.",
    mends: {
      terraform:
        'resource "aws_secretsmanager_secret_rotation" "this" {\n  secret_id           = {id}.id\n  rotation_lambda_arn = aws_lambda_function.rotate.arn\n  rotation_rules {\n    automatically_after_days = 30\n  }\n}',
      aws: "aws secretsmanager rotate-secret --region {region} --secret-id {id} --rotation-lambda-arn FUNCTION --rotation-rules AutomaticallyAfterDays=30",
    },
    blind: "Secrets that are changed by hand or by a pipeline.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_secretsmanager_secret" "hub" {\n  name = "ml/hub-token"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_secretsmanager_secret" "hub" {\n  name = "ml/hub-token"\n}\nresource "aws_secretsmanager_secret_rotation" "hub" {\n  secret_id           = aws_secretsmanager_secret.hub.id\n  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:123456789012:function:rotate"\n  rotation_rules {\n    automatically_after_days = 30\n  }\n}\n',
        },
      ],
    },
  },
  on: secret,
  judge: ({ facts, resource }): Answer | undefined => {
    if (resource.dialect !== "aws") return mustBeSet(facts.rotation);
    // What a service made, it changes; nobody else may.
    if (facts.owner.kind === "known") return undefined;
    return mustBe(facts.rotates, true);
  },
});
