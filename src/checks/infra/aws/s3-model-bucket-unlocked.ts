import { all, any, must, mustBe, saying, type Answer } from "../../../infra/answer.ts";
import { bucketUses } from "../../../infra/aws/buckets.ts";
import { bucket } from "../../../infra/types/aws/s3.ts";
import { defineInfraCheck } from "../define.ts";

export const s3ModelBucketUnlocked = defineInfraCheck({
  meta: {
    id: "s3-model-bucket-unlocked",
    code: "PV-AWS-043",
    title: "A bucket of models lets them be exchanged",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-353",
      "ATLAS:AML.T0010.003",
      "OWASP-ML06:2023",
      "OWASP-LLM03:2025",
      "AISF-DATA-04",
    ],
    why: "An endpoint that starts again runs what then lies in the bucket; who may write there decides what that is.",
    mend: "Lock the objects in compliance mode for as long as a model is served, or verify the digest before it is (`pavise verify`).",
    mends: {
      terraform:
        'resource "aws_s3_bucket_object_lock_configuration" "this" {\n  bucket = {id}.id\n  rule {\n    default_retention {\n      mode = "COMPLIANCE"\n      days = 30\n    }\n  }\n}',
      cloudformation:
        "ObjectLockEnabled: true\nObjectLockConfiguration:\n  ObjectLockEnabled: Enabled\n  Rule:\n    DefaultRetention:\n      Mode: COMPLIANCE\n      Days: 30",
      aws: "aws s3api put-object-lock-configuration --bucket {name} --object-lock-configuration 'ObjectLockEnabled=Enabled,Rule={DefaultRetention={Mode=COMPLIANCE,Days=30}}'",
    },
    blind: "Retention of single objects; models whose URL is not known.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\nresource "aws_sagemaker_model" "m" {\n  name               = "m"\n  execution_role_arn = "arn:aws:iam::123456789012:role/m"\n  primary_container {\n    image          = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve:1"\n    model_data_url = "s3://acme-lake/model.tar.gz"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n  object_lock_enabled = true\n}\nresource "aws_s3_bucket_object_lock_configuration" "lake" {\n  bucket = aws_s3_bucket.lake.id\n  rule {\n    default_retention {\n      mode = "COMPLIANCE"\n      days = 30\n    }\n  }\n}\nresource "aws_sagemaker_model" "m" {\n  name               = "m"\n  execution_role_arn = "arn:aws:iam::123456789012:role/m"\n  primary_container {\n    image          = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve:1"\n    model_data_url = "s3://${aws_s3_bucket.lake.id}/model.tar.gz"\n  }\n}\n',
        },
      ],
    },
  },
  on: bucket,
  judge: ({ facts, resource }, cloud): Answer | undefined => {
    const [use] = bucketUses(cloud).get(resource) ?? [];
    if (use === undefined || !/model/.test(use.what)) return undefined;
    const isKept = all(
      mustBe(facts.lockMode, "COMPLIANCE"),
      any(
        must(facts.lockDays, (days) => days > 0),
        must(facts.lockYears, (years) => years > 0),
      ),
    );
    return saying(
      isKept,
      `A bucket lets ${use.what} be exchanged that ${use.resource.address} uses`,
    );
  },
});
