import { fail, must, pass, type Answer, unknown } from "../../../infra/answer.ts";
import { outsiders } from "../../../infra/aws/reach.ts";
import { wayByStatement } from "../../../infra/aws/ways.ts";
import { bucketPolicy } from "../../../infra/types/aws/s3.ts";
import { danger, thingOf } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const s3PolicyOtherAccount = defineInfraCheck({
  meta: {
    id: "s3-policy-other-account",
    code: "PV-AWS-033",
    title: "A bucket policy lets another account in",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: ["s3_bucket_cross_account_access"],
    controls: ["CWE-732", "ATLAS:AML.T0035", "AISF-DATA-04"],
    why: "What happens in the other account is not yours to watch; who gets in there gets in here.",
    mend: "Ask whether the account still needs it, and name the role that does.",
    blind:
      "Whether the account is one of yours; the account of the bucket itself, where only Terraform is read.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\nresource "aws_s3_bucket_policy" "lake" {\n  bucket = aws_s3_bucket.lake.id\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = ["s3:GetObject"]\n      Resource  = "${aws_s3_bucket.lake.arn}/*"\n      Principal = { AWS = "arn:aws:iam::210987654321:root" }\n    }]\n  })\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\nresource "aws_s3_bucket_policy" "lake" {\n  bucket = aws_s3_bucket.lake.id\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = ["s3:GetObject"]\n      Resource  = "${aws_s3_bucket.lake.arn}/*"\n      Principal = { Service = "logging.s3.amazonaws.com" }\n    }]\n  })\n}\n',
        },
      ],
    },
  },
  on: bucketPolicy,
  judge: (it): Answer | undefined => {
    const { facts, resource } = it;
    const { policy } = facts;
    if (policy.kind === "absent") return undefined;
    if (policy.kind !== "known") return must(policy, () => true);
    const [first] = outsiders(policy.value, resource.account);
    const { doubt } = policy.value;
    if (first === undefined) return doubt === undefined ? pass : unknown(policy.at, doubt);
    const message = `A bucket policy lets account ${first.account} in`;
    const who = danger("account", first.account);
    const to = { ...thingOf(it), at: resource.at, message: "lets another account in" };
    return fail(first.statement.at, { message, way: wayByStatement(first.statement, { who, to }) });
  },
});
