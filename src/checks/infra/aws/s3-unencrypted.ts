import { mustBe } from "../../../infra/answer.ts";
import { bucket } from "../../../infra/types/aws/s3.ts";
import { defineInfraCheck } from "../define.ts";

export const s3Unencrypted = defineInfraCheck({
  meta: {
    id: "s3-unencrypted",
    code: "PV-AWS-039",
    title: "A bucket is encrypted in no way that AWS knows",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_19", "s3_bucket_default_encryption", "S3.4"],
    controls: ["CWE-311", "AISF-DATA-04", "AISF-INFRA-05"],
    why: "Disks that are thrown away, and whoever gets at the storage below the interface.",
    mend: "Name `aws:kms` or leave the default, which is AES-256 since January 2023.",
    mends: { terraform: 'sse_algorithm = "aws:kms"' },
    blind: "Objects that were put before there was a default.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\nresource "aws_s3_bucket_server_side_encryption_configuration" "lake" {\n  bucket = aws_s3_bucket.lake.id\n  rule {\n    apply_server_side_encryption_by_default {\n      sse_algorithm = "none"\n    }\n  }\n}\n',
        },
      ],
      clean: [
        { path: "main.tf", code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\n' },
      ],
    },
  },
  on: bucket,
  judge: ({ facts }) =>
    mustBe(facts.algorithm, ["aws:kms", "AES256", "aws:kms:dsse"], { absent: true }),
});
