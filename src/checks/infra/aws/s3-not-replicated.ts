import { mustBeSet } from "../../../infra/answer.ts";
import { bucket } from "../../../infra/types/aws/s3.ts";
import { defineInfraCheck } from "../define.ts";

export const s3NotReplicated = defineInfraCheck({
  meta: {
    id: "s3-not-replicated",
    code: "PV-AWS-047",
    title: "A bucket is in one region only",
    severity: "info",
    confidence: "high",
    audience: "pedantic",
    aliases: ["CKV_AWS_144", "s3_bucket_cross_region_replication"],
    controls: ["CWE-693", "AISF-DATA-04"],
    why: "What is lost or held to ransom there has no copy elsewhere.",
    mend: "Replicate what cannot be made again.",
    mends: {
      terraform:
        'resource "aws_s3_bucket_replication_configuration" "this" {\n  bucket = {id}.id\n  role   = aws_iam_role.replication.arn\n  rule {\n    status = "Enabled"\n    destination {\n      bucket = aws_s3_bucket.copy.arn\n    }\n  }\n}',
    },
    since: "0.2.0",
    examples: {
      found: [
        { path: "main.tf", code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\n' },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\nresource "aws_s3_bucket_replication_configuration" "lake" {\n  bucket = aws_s3_bucket.lake.id\n  role = "arn:aws:iam::123456789012:role/r"\n  rule {\n    status = "Enabled"\n    destination {\n      bucket = "arn:aws:s3:::copy"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: bucket,
  judge: ({ facts }) => mustBeSet(facts.replication),
});
