import { describe, expect, test } from "vitest";
import { runInfraCheck } from "../../testing/infra-cases.ts";
import { checks } from "../registry.generated.ts";

const awsChecks = checks.filter(({ meta }) => meta.code.startsWith("PV-AWS-"));

function said(text: string) {
  const runs = awsChecks.map((check) => ({
    id: check.meta.id,
    run: runInfraCheck(check, [{ path: "main.tf", text }]),
  }));
  const findings = runs.flatMap(({ id, run }) => run.findings.map((finding) => ({ id, finding })));
  const failed = runs
    .filter(({ run }) => run.answers.some(({ answer }) => answer.kind === "fail"))
    .map(({ id }) => id);
  return { findings, failed: failed.sort() };
}

function policy(...statements: readonly string[]): string {
  return `resource "aws_iam_policy" "all" {
  name = "all"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [${statements.join(", ")}]
  })
}
`;
}

const everything = '{ Effect = "Allow", Action = "*", Resource = "*" }';
const narrower = [
  "iam-every-action",
  "iam-model-theft",
  "iam-notebook-urls",
  "iam-pass-any-role",
  "iam-read-every-bucket",
];

function roleOf(service: string, more: string): string {
  return `resource "aws_iam_role" "studio" {
  name = "studio"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "${service}" }
      Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } }
    }]
  })
}
${more}`;
}

describe("a statement that allows everything", () => {
  test("is told of once, while every check that it fails keeps its answer", () => {
    const { findings, failed } = said(policy(everything));
    expect(findings.map(({ id }) => id)).toEqual(["iam-administrator"]);
    expect(failed).toEqual(["iam-administrator", ...narrower]);
  });

  test("leaves what another statement allows to be told of", () => {
    const { findings } = said(
      policy(everything, '{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }'),
    );
    expect(findings.map(({ id }) => id).sort()).toEqual(["iam-administrator", "iam-pass-any-role"]);
  });

  test("is told of with the way from what runs models, in whichever form it is written", () => {
    const forms = [
      `resource "aws_iam_role_policy" "all" {
  role   = aws_iam_role.studio.id
  policy = jsonencode({ Statement = [${everything}] })
}
`,
      `${policy(everything)}resource "aws_iam_role_policy_attachment" "all" {
  role       = aws_iam_role.studio.name
  policy_arn = aws_iam_policy.all.arn
}
`,
    ];
    for (const form of forms) {
      const { findings, failed } = said(roleOf("sagemaker.amazonaws.com", form));
      expect(findings.map(({ id }) => id)).toEqual(["iam-administrator"]);
      expect(failed).toContain("ml-role-administrator");
      const [{ finding }] = findings as [(typeof findings)[0]];
      expect(finding.details.message).toMatch(/what runs models or notebooks/);
      expect(finding.details.steps?.map(({ message }) => message)).toEqual([
        "runs your code as this role",
        "is given this policy",
        "gives every right in the account",
      ]);
    }
  });

  test("has no such way where something else runs with it", () => {
    const { findings } = said(
      roleOf(
        "ec2.amazonaws.com",
        `resource "aws_iam_role_policy" "all" {
  role   = aws_iam_role.studio.id
  policy = jsonencode({ Statement = [${everything}] })
}
`,
      ),
    );
    expect(findings.map(({ id, finding }) => [id, finding.details.steps])).toEqual([
      ["iam-administrator", undefined],
    ]);
  });

  test("every right to IAM is told of by the role that has it", () => {
    const { findings } = said(
      roleOf(
        "sagemaker.amazonaws.com",
        `resource "aws_iam_role_policy" "all" {
  role   = aws_iam_role.studio.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:*", Resource = "*" }] })
}
`,
      ),
    );
    expect(findings.map(({ id }) => id).sort()).toEqual([
      "iam-pass-any-role",
      "ml-role-administrator",
    ]);
  });
});
