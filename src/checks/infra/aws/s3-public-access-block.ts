import { all, any, mustBe } from "../../../infra/answer.ts";
import { accountSwitches } from "../../../infra/aws/blocks.ts";
import { bucket } from "../../../infra/types/aws/s3.ts";
import { defineInfraCheck } from "../define.ts";

export const s3PublicAccessBlock = defineInfraCheck({
  meta: {
    id: "s3-public-access-block",
    code: "PV-AWS-034",
    title: "Nothing keeps a bucket from being made public",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_AWS_6", "s3_bucket_level_public_access_block", "S3.8"],
    controls: ["CWE-1188", "CWE-732", "ATLAS:AML.T0035", "AISF-DATA-04"],
    why: "One careless policy or ACL, and the data or the models in it are public.",
    mend: "Block public access on the bucket.",
    mends: {
      terraform:
        'resource "aws_s3_bucket_public_access_block" "this" {\n  bucket                  = {id}.id\n  block_public_acls       = true\n  block_public_policy     = true\n  ignore_public_acls      = true\n  restrict_public_buckets = true\n}',
      cloudformation:
        "PublicAccessBlockConfiguration:\n  BlockPublicAcls: true\n  BlockPublicPolicy: true\n  IgnorePublicAcls: true\n  RestrictPublicBuckets: true",
      aws: "aws s3api put-public-access-block --bucket {name} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true",
    },
    blind:
      "The block of the organisation, which does the same for all buckets, and in files that of the account where another module sets it; buckets made since April 2023 have one unless it is taken off.",
    since: "0.2.0",
    examples: {
      found: [
        { path: "main.tf", code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\n' },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\nresource "aws_s3_bucket_public_access_block" "lake" {\n  bucket = aws_s3_bucket.lake.id\n  block_public_acls = true\n  ignore_public_acls = true\n  block_public_policy = true\n  restrict_public_buckets = true\n}\n',
        },
      ],
    },
  },
  on: bucket,
  judge: ({ facts, resource }, cloud) => {
    const own = all(mustBe(facts.blockPublicAcls, true), mustBe(facts.blockPublicPolicy, true));
    const account = accountSwitches(cloud, resource, ["blockPublicAcls", "blockPublicPolicy"]);
    return account === undefined ? own : any(own, account);
  },
});
