import { mustBeSet } from "../../../infra/answer.ts";
import { bucket } from "../../../infra/types/aws/s3.ts";
import { defineInfraCheck } from "../define.ts";

export const s3NoLifecycle = defineInfraCheck({
  meta: {
    id: "s3-no-lifecycle",
    code: "PV-AWS-045",
    title: "A bucket keeps everything for ever",
    severity: "info",
    confidence: "high",
    audience: "pedantic",
    aliases: ["CKV2_AWS_61", "s3_bucket_lifecycle_enabled"],
    controls: ["CWE-693", "AISF-DATA-04"],
    why: "Data of people that nobody needs any more can still leak, or be asked for.",
    mend: "Let a rule move or delete what is old.",
    mends: {
      terraform:
        'resource "aws_s3_bucket_lifecycle_configuration" "this" {\n  bucket = {id}.id\n  rule {\n    id     = "old"\n    status = "Enabled"\n    filter {}\n    expiration {\n      days = 365\n    }\n  }\n}',
    },
    since: "0.2.0",
    examples: {
      found: [
        { path: "main.tf", code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\n' },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\nresource "aws_s3_bucket_lifecycle_configuration" "lake" {\n  bucket = aws_s3_bucket.lake.id\n  rule {\n    id     = "old"\n    status = "Enabled"\n    expiration {\n      days = 365\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: bucket,
  judge: ({ facts }) => mustBeSet(facts.lifecycle),
});
