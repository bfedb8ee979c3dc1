import { mustBe } from "../../../infra/answer.ts";
import { trail } from "../../../infra/types/aws/services.ts";
import { defineInfraCheck } from "../define.ts";

export const cloudtrailOneRegion = defineInfraCheck({
  meta: {
    id: "cloudtrail-one-region",
    code: "PV-AWS-078",
    title: "A trail sees one region only",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_67", "cloudtrail_multi_region_enabled", "CloudTrail.1", "CIS-AWS-3.0.0:3.1"],
    controls: ["CWE-778", "AISF-DETECT-01"],
    why: "Stolen keys are used where nobody looks: GPUs are rented in regions that you never use.",
    mend: "Record all regions.",
    mends: { terraform: "is_multi_region_trail = true" },
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
          code: 'resource "aws_cloudtrail" "t" {\n  name           = "t"\n  s3_bucket_name = "trail"\n  is_multi_region_trail = true\n}\n',
        },
      ],
    },
  },
  on: trail,
  judge: ({ facts }) => mustBe(facts.multiRegion, true),
});
