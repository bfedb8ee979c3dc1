import { aclAllows } from "../../../infra/aws/acl.ts";
import { bucket } from "../../../infra/types/aws/s3.ts";
import { defineInfraCheck } from "../define.ts";

export const s3AclPublicWrite = defineInfraCheck({
  meta: {
    id: "s3-acl-public-write",
    code: "PV-AWS-031",
    title: "Everybody may write into a bucket by its ACL",
    severity: "critical",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_57", "s3_bucket_public_write_acl", "S3.3"],
    controls: ["CWE-732", "ATLAS:AML.T0020", "OWASP-ML02:2023", "OWASP-LLM04:2025", "AISF-DATA-04"],
    why: "Whoever comes by puts poisoned data or another model in the place of yours.",
    mend: "Switch ACLs off, and let a policy name who may write.",
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
          code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n  acl = "public-read-write"\n}\n',
        },
      ],
      clean: [
        { path: "main.tf", code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\n' },
      ],
    },
  },
  on: bucket,
  judge: (it, cloud) => aclAllows(it, cloud, "write"),
});
