import { mustSwitchOn } from "../../../infra/aws/blocks.ts";
import { bucket, publicAccessBlock } from "../../../infra/types/aws/s3.ts";
import { defineInfraCheck } from "../define.ts";

export const s3BlockAcls = defineInfraCheck({
  meta: {
    id: "s3-block-acls",
    code: "PV-AWS-035",
    title: "Public ACLs may be put on a bucket",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_53"],
    controls: ["CWE-1188", "CWE-732", "AISF-DATA-04"],
    why: "The block has four switches; the one that is off is a way that it does not bar.",
    mend: "Switch all four on.",
    mends: {
      terraform: "block_public_acls = true",
      cloudformation: "BlockPublicAcls: true",
      aws: "aws s3api put-public-access-block --bucket {name} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true",
    },
    blind: "The block of the account.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket_public_access_block" "lake" {\n  bucket = aws_s3_bucket.lake.id\n  block_public_acls = false\n  ignore_public_acls = true\n  block_public_policy = true\n  restrict_public_buckets = true\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket_public_access_block" "lake" {\n  bucket = aws_s3_bucket.lake.id\n  block_public_acls = true\n  ignore_public_acls = true\n  block_public_policy = true\n  restrict_public_buckets = true\n}\n',
        },
      ],
    },
  },
  on: [publicAccessBlock, { ...bucket, names: { cloudformation: "AWS::S3::Bucket" } }],
  judge: ({ facts, resource }) => mustSwitchOn(facts.blockPublicAcls, resource),
});
