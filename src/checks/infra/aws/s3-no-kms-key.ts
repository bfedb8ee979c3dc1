import { mustBe } from "../../../infra/answer.ts";
import { bucket } from "../../../infra/types/aws/s3.ts";
import { defineInfraCheck } from "../define.ts";

export const s3NoKmsKey = defineInfraCheck({
  meta: {
    id: "s3-no-kms-key",
    code: "PV-AWS-040",
    title: "A bucket is not encrypted with KMS",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_145", "s3_bucket_kms_encryption", "S3.17"],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-DATA-04", "AISF-INFRA-05"],
    why: "With the key of S3 whoever may read the bucket may read its content; a KMS key says it a second time, and records who did.",
    mend: "Encrypt with a KMS key by default.",
    mends: {
      terraform:
        'resource "aws_s3_bucket_server_side_encryption_configuration" "this" {\n  bucket = {id}.id\n  rule {\n    bucket_key_enabled = true\n    apply_server_side_encryption_by_default {\n      sse_algorithm     = "aws:kms"\n      kms_master_key_id = aws_kms_key.ml.arn\n    }\n  }\n}',
      cloudformation:
        "BucketEncryption:\n  ServerSideEncryptionConfiguration:\n    - BucketKeyEnabled: true\n      ServerSideEncryptionByDefault:\n        SSEAlgorithm: aws:kms\n        KMSMasterKeyID: !GetAtt MlKey.Arn",
      aws: 'aws s3api put-bucket-encryption --bucket {name} --server-side-encryption-configuration \'{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"KEY"},"BucketKeyEnabled":true}]}\'',
    },
    since: "0.2.0",
    examples: {
      found: [
        { path: "main.tf", code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\n' },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\nresource "aws_s3_bucket_server_side_encryption_configuration" "lake" {\n  bucket = aws_s3_bucket.lake.id\n  rule {\n    apply_server_side_encryption_by_default {\n      sse_algorithm = "aws:kms"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: bucket,
  judge: ({ facts }) => mustBe(facts.algorithm, ["aws:kms", "aws:kms:dsse"]),
});
