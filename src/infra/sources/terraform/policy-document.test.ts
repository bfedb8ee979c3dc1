import { expect, test } from "vitest";
import { attribute, bodies, read } from "./testing/read.ts";

const json = (text: string): unknown =>
  attribute(
    "data.aws_iam_policy_document.p.json",
    `variable "v" {}\ndata "aws_iam_policy_document" "p" {\n${text}\n}`,
  );

test("statements become those of a policy", () => {
  expect(
    json(`  policy_id = "id"
  statement {
    sid       = "A"
    actions   = ["s3:Get*"]
    resources = ["arn:aws:s3:::b/&{aws:username}", aws_s3_bucket.b.arn]
    principals {
      type        = "AWS"
      identifiers = ["1", "2"]
    }
    principals {
      type        = "Service"
      identifiers = ["x.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceVpce"
      values   = [var.v]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-1"]
    }
  }
  statement {
    effect        = "Deny"
    not_actions   = ["s3:*"]
    not_resources = ["*"]
    not_principals {
      type        = "*"
      identifiers = ["*"]
    }
  }`),
  ).toEqual({
    json: {
      Version: "2012-10-17",
      Id: "id",
      Statement: [
        {
          Effect: "Allow",
          Sid: "A",
          Action: ["s3:Get*"],
          Resource: ["arn:aws:s3:::b/${aws:username}", "&aws_s3_bucket.b.arn"],
          Principal: { AWS: ["1", "2"], Service: ["x.amazonaws.com"] },
          Condition: {
            StringEquals: {
              "aws:SourceVpce": ["?var.v has no value"],
              "aws:PrincipalOrgID": ["o-1"],
            },
          },
        },
        { Effect: "Deny", NotAction: ["s3:*"], NotResource: ["*"], NotPrincipal: "*" },
      ],
    },
  });
});

test("documents are joined: sources before, overrides by their Sid", () => {
  const reading = read(`
data "aws_iam_policy_document" "s" {
  statement {
    sid     = "x"
    actions = ["a:source"]
  }
}
data "aws_iam_policy_document" "o" {
  source_policy_documents   = [data.aws_iam_policy_document.s.json, jsonencode({ Statement = { Sid = "y", Action = "b" } })]
  override_policy_documents = [<<EOT
{"Statement": [{"Sid": "x", "Action": "a:override"}, {"Sid": "z"}]}
EOT
  , var.v]
  statement {
    actions = ["own"]
  }
}
variable "v" {}
resource "r" "r" { policy = data.aws_iam_policy_document.o.json }`);
  expect(bodies(reading)["r.r"]).toEqual({
    policy: {
      json: {
        Version: "2012-10-17",
        Statement: [
          { Sid: "x", Action: "a:override" },
          { Sid: "y", Action: "b" },
          { Effect: "Allow", Action: ["own"] },
          { Sid: "z" },
          "…var.v has no value",
        ],
      },
    },
  });
});

test("what is not known of a policy is not left out", () => {
  expect(
    json(
      '  dynamic "statement" {\n    for_each = var.v\n    content { actions = [statement.value] }\n  }',
    ),
  ).toEqual({
    json: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["?var.v has no value"] }, "…var.v has no value"],
    },
  });
  expect(
    json(
      '  statement {\n    effect = var.v ? "Allow" : "Deny"\n    actions = var.v\n    principals {\n      type = var.v\n      identifiers = ["*"]\n    }\n  }',
    ),
  ).toEqual({
    json: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: { either: ["Allow", "Deny"], cause: "var.v has no value" },
          Action: "?var.v has no value",
          Principal: { "…": "var.v has no value" },
        },
      ],
    },
  });
});
