import { mustBe } from "../../../infra/answer.ts";
import { trail } from "../../../infra/types/aws/services.ts";
import { defineInfraCheck } from "../define.ts";

export const cloudtrailOff = defineInfraCheck({
  meta: {
    id: "cloudtrail-off",
    code: "PV-AWS-077",
    title: "A trail records nothing",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_251"],
    controls: ["CWE-778", "AISF-DETECT-01"],
    why: "Nobody can tell afterwards who did what.",
    mend: "Switch it on.",
    mends: { terraform: "enable_logging = true" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_cloudtrail" "t" {\n  name           = "t"\n  s3_bucket_name = "trail"\n  enable_logging = false\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_cloudtrail" "t" {\n  name           = "t"\n  s3_bucket_name = "trail"\n}\n',
        },
      ],
    },
  },
  on: trail,
  judge: ({ facts }) => mustBe(facts.isLogging, true),
});
