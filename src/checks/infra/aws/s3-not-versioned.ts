import { mustBe } from "../../../infra/answer.ts";
import { bucket } from "../../../infra/types/aws/s3.ts";
import { defineInfraCheck } from "../define.ts";

export const s3NotVersioned = defineInfraCheck({
  meta: {
    id: "s3-not-versioned",
    code: "PV-AWS-041",
    title: "A bucket keeps no versions",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_21", "s3_bucket_object_versioning", "S3.14"],
    controls: ["CWE-353", "ATLAS:AML.T0020", "OWASP-ML02:2023", "AISF-DATA-04"],
    why: "Data that was poisoned or a model that was exchanged can be neither seen nor taken back.",
    mend: "Keep versions.",
    mends: {
      terraform:
        'resource "aws_s3_bucket_versioning" "this" {\n  bucket = {id}.id\n  versioning_configuration {\n    status = "Enabled"\n  }\n}',
      cloudformation: "VersioningConfiguration:\n  Status: Enabled",
      aws: "aws s3api put-bucket-versioning --bucket {name} --versioning-configuration Status=Enabled",
    },
    since: "0.2.0",
    examples: {
      found: [
        { path: "main.tf", code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\n' },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\nresource "aws_s3_bucket_versioning" "lake" {\n  bucket = aws_s3_bucket.lake.id\n  versioning_configuration {\n    status = "Enabled"\n  }\n}\n',
        },
      ],
    },
  },
  on: bucket,
  judge: ({ facts }) => mustBe(facts.versioning, true),
});
