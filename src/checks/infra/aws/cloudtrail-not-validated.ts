import { mustBe } from "../../../infra/answer.ts";
import { trail } from "../../../infra/types/aws/services.ts";
import { defineInfraCheck } from "../define.ts";

export const cloudtrailNotValidated = defineInfraCheck({
  meta: {
    id: "cloudtrail-not-validated",
    code: "PV-AWS-079",
    title: "The records of a trail can be changed unseen",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [
      "CKV_AWS_36",
      "cloudtrail_log_file_validation_enabled",
      "CloudTrail.4",
      "CIS-AWS-3.0.0:3.2",
    ],
    controls: ["CWE-778", "AISF-DETECT-01"],
    why: "Who has been in removes what shows it.",
    mend: "Validate log files.",
    mends: { terraform: "enable_log_file_validation = true" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_cloudtrail" "t" {\n  name           = "t"\n  s3_bucket_name = "trail"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_cloudtrail" "t" {\n  name           = "t"\n  s3_bucket_name = "trail"\n  enable_log_file_validation = true\n}\n',
        },
      ],
    },
  },
  on: trail,
  judge: ({ facts }) => mustBe(facts.validation, true),
});
