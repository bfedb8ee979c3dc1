import { mustBe } from "../../../infra/answer.ts";
import { bucket, ownershipControls } from "../../../infra/types/aws/s3.ts";
import { defineInfraCheck } from "../define.ts";

export const s3AclsOn = defineInfraCheck({
  meta: {
    id: "s3-acls-on",
    code: "PV-AWS-048",
    title: "ACLs of a bucket are switched on",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: ["CKV2_AWS_65", "s3_bucket_acl_prohibited", "S3.12"],
    controls: ["CWE-1220", "AISF-DATA-04"],
    why: "Who uploads an object says who may read it, and no policy of the bucket shows that.",
    mend: "Let the owner of the bucket own what is in it.",
    mends: {
      terraform: 'object_ownership = "BucketOwnerEnforced"',
      cloudformation: "OwnershipControls:\n  Rules:\n    - ObjectOwnership: BucketOwnerEnforced",
      aws: 'aws s3api put-bucket-ownership-controls --bucket {name} --ownership-controls "Rules=[{ObjectOwnership=BucketOwnerEnforced}]"',
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket_ownership_controls" "lake" {\n  bucket = aws_s3_bucket.lake.id\n  rule {\n    object_ownership = "ObjectWriter"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket_ownership_controls" "lake" {\n  bucket = aws_s3_bucket.lake.id\n  rule {\n    object_ownership = "BucketOwnerEnforced"\n  }\n}\n',
        },
      ],
    },
  },
  on: [ownershipControls, { ...bucket, names: { cloudformation: "AWS::S3::Bucket" } }],
  judge: ({ facts }) => mustBe(facts.ownership, "BucketOwnerEnforced", { absent: true }),
});
