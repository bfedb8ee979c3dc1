import { aclAllows } from "../../../infra/aws/acl.ts";
import { bucket } from "../../../infra/types/aws/s3.ts";
import { defineInfraCheck } from "../define.ts";

export const s3AclPublicRead = defineInfraCheck({
  meta: {
    id: "s3-acl-public-read",
    code: "PV-AWS-030",
    title: "Everybody may list or read a bucket by its ACL",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_20", "s3_bucket_public_list_acl", "S3.2"],
    controls: ["CWE-732", "ATLAS:AML.T0035", "OWASP-ML05:2023", "AISF-DATA-04"],
    why: "Data and models of a bucket that the world may read are copied within hours of its name becoming known.",
    mend: "Switch ACLs off, and let a policy name who may read.",
    mends: {
      terraform:
        'resource "aws_s3_bucket_ownership_controls" "this" {\n  bucket = {id}.id\n  rule {\n    object_ownership = "BucketOwnerEnforced"\n  }\n}',
      cloudformation: "OwnershipControls:\n  Rules:\n    - ObjectOwnership: BucketOwnerEnforced",
      aws: 'aws s3api put-bucket-acl --bucket {name} --acl private\naws s3api put-bucket-ownership-controls --bucket {name} --ownership-controls "Rules=[{ObjectOwnership=BucketOwnerEnforced}]"',
    },
    blind: "ACLs of single objects.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n  acl = "public-read"\n}\n',
        },
      ],
      clean: [
        { path: "main.tf", code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\n' },
      ],
    },
  },
  on: bucket,
  judge: (it, cloud) => aclAllows(it, cloud, "read"),
});
