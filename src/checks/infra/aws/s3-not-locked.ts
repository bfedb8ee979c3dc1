import { mustBe } from "../../../infra/answer.ts";
import { bucket } from "../../../infra/types/aws/s3.ts";
import { defineInfraCheck } from "../define.ts";

export const s3NotLocked = defineInfraCheck({
  meta: {
    id: "s3-not-locked",
    code: "PV-AWS-042",
    title: "What is in a bucket can be deleted or overwritten for good",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: ["CKV_AWS_143", "s3_bucket_object_lock", "S3.15"],
    controls: ["CWE-353", "ATLAS:AML.T0020", "AISF-DATA-04"],
    why: "With the right of one administrator everything can be deleted, its versions as well.",
    mend: "Make the bucket with Object Lock.",
    mends: {
      terraform: "object_lock_enabled = true",
      cloudformation: "ObjectLockEnabled: true",
      aws: "aws s3api put-object-lock-configuration --bucket {name} --object-lock-configuration ObjectLockEnabled=Enabled",
    },
    blind:
      "How long and how strictly things are kept, which `s3-model-bucket-unlocked` asks of buckets with models.",
    since: "0.2.0",
    examples: {
      found: [
        { path: "main.tf", code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\n' },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n  object_lock_enabled = true\n}\n',
        },
      ],
    },
  },
  on: bucket,
  judge: ({ facts }) => mustBe(facts.lockEnabled, true),
});
