import { fail, must, pass, type Answer, unknown } from "../../../infra/answer.ts";
import { linkOf } from "../../../infra/aws/network.ts";
import { isOnForAccount } from "../../../infra/aws/blocks.ts";
import { openStatements } from "../../../infra/aws/reach.ts";
import { everybody, wayByStatement } from "../../../infra/aws/ways.ts";
import { valueOf } from "../../../infra/fact.ts";
import { bucket, bucketPolicy } from "../../../infra/types/aws/s3.ts";
import { thingOf } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const s3PolicyPublic = defineInfraCheck({
  meta: {
    id: "s3-policy-public",
    code: "PV-AWS-032",
    title: "A bucket policy lets everybody in",
    severity: "critical",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_70", "s3_bucket_policy_public_write_access"],
    controls: ["CWE-732", "ATLAS:AML.T0035", "OWASP-ML05:2023", "AISF-DATA-04"],
    why: "The world reads your data, or writes what your models learn from and your endpoints run.",
    mend: "Name the accounts or roles, or tie the statement to your organisation or VPC endpoint.",
    mends: {
      terraform: 'Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-YOURS" } }',
      cloudformation: "Condition:\n  StringEquals:\n    aws:PrincipalOrgID: o-YOURS",
      aws: "aws s3api get-bucket-policy --bucket {name}\naws s3api put-public-access-block --bucket {name} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true",
    },
    blind: "Access points, and what an IAM policy of another account adds.",
    references: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
    ],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\nresource "aws_s3_bucket_policy" "lake" {\n  bucket = aws_s3_bucket.lake.id\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = ["s3:GetObject"]\n      Resource  = "${aws_s3_bucket.lake.arn}/*"\n      Principal = "*"\n    }]\n  })\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\nresource "aws_s3_bucket_policy" "lake" {\n  bucket = aws_s3_bucket.lake.id\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = ["s3:GetObject"]\n      Resource  = "${aws_s3_bucket.lake.arn}/*"\n      Principal = { AWS = "arn:aws:iam::123456789012:root" }\n    }]\n  })\n}\n',
        },
      ],
    },
  },
  on: bucketPolicy,
  judge: (it, cloud): Answer | undefined => {
    const { facts, resource } = it;
    const { policy } = facts;
    if (policy.kind === "absent") return undefined;
    if (policy.kind !== "known") return must(policy, () => true);
    const [open] = openStatements(policy.value);
    if (open === undefined)
      return policy.value.doubt === undefined ? pass : unknown(policy.at, policy.value.doubt);
    // The block keeps strangers out for as long as it stands.
    const owner = cloud.find(bucket, linkOf(facts.bucket), resource);
    const isBlocked =
      isOnForAccount(cloud, resource, "restrictPublicBuckets") ||
      (owner.kind === "found" && valueOf(owner.item.facts.restrictPublicBuckets) === true);
    const to =
      owner.kind === "found"
        ? { ...thingOf(owner.item), at: owner.item.resource.at }
        : {
            kind: bucket.label,
            name: owner.kind === "elsewhere" ? owner.name : "not known",
            at: facts.bucket.at,
          };
    const message = isBlocked
      ? "only a public access block keeps them out"
      : "is open to the world";
    const way = wayByStatement(open, { who: everybody, policy: it, to: { ...to, message } });
    return isBlocked
      ? fail(open.at, {
          severity: "low",
          message: "A bucket policy lets everybody in, and only the public access block does not",
          way,
        })
      : fail(open.at, { way });
  },
});
