import { mustNotBe, type Answer } from "../../../infra/answer.ts";
import { serviceCredential } from "../../../infra/types/aws/iam.ts";
import { defineInfraCheck } from "../define.ts";

export const bedrockApiKeyLongLived = defineInfraCheck({
  meta: {
    id: "bedrock-api-key-long-lived",
    code: "PV-AWS-062",
    title: "A long-lived API key of Bedrock exists",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["bedrock_api_key_no_long_term_credentials"],
    controls: ["CWE-798", "CWE-1390", "OWASP-LLM10:2025", "ATLAS:AML.T0012", "AISF-IAM-03"],
    why: "It is a password without a second factor that is copied into settings and notebooks; stolen ones are sold for the models that they may call.",
    mend: "Use short-lived keys, or credentials of a role.",
    mends: {
      aws: "aws iam list-service-specific-credentials --all-users --service-name bedrock.amazonaws.com\naws iam update-service-specific-credential --user-name USER --service-specific-credential-id ID --status Inactive",
    },
    blind: "Short-lived keys, which nothing lists.",
    references: ["https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_service_specific_credential" "c" {\n  user_name    = "u"\n  service_name = "bedrock.amazonaws.com"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_iam_service_specific_credential" "c" {\n  user_name    = "u"\n  service_name = "bedrock.amazonaws.com"\n  status = "Inactive"\n}\n',
        },
      ],
    },
  },
  on: serviceCredential,
  judge: ({ facts }): Answer | undefined => {
    const { service, status, expires } = facts;
    if (service.kind === "known" && service.value !== "bedrock.amazonaws.com") return undefined;
    if (service.kind !== "known") return mustNotBe(service, "bedrock.amazonaws.com");
    // One that ends by itself does less harm, and is still a key that lies about.
    const isEnding = expires.kind === "known" || expires.kind === "set";
    return mustNotBe(status, "Active", isEnding ? { severity: "low" } : {});
  },
});
