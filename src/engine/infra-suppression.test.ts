import { describe, expect, test } from "vitest";
import type { Run } from "../core/index.ts";
import { makeTree } from "../testing/tree.ts";
import { defaultConfig } from "./config.ts";
import { scan } from "./scan.ts";

async function scanFile(text: string, name = "main.tf"): Promise<Run> {
  const cwd = makeTree({ [name]: text });
  return scan({ targets: ["."], cwd, config: { ...defaultConfig, audience: "audit" } });
}

const direct = "sagemaker-notebook-direct-internet";

function notebook(inside: string, { above = "", behind = "" } = {}): string {
  return `${above}resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = "arn:aws:iam::123456789012:role/lab"
  instance_type = "ml.t3.medium"
  ${inside}
}
${behind}
`;
}

function outcome({ findings, suppressed }: Run, check = direct): string {
  const isSuppressed = suppressed.some((each) => each.check === check);
  return findings.some((each) => each.check === check) ? "told" : isSuppressed ? "kept" : "none";
}

describe("comments of Checkov", () => {
  test.each([
    "#checkov:skip=CKV_AWS_122:The lab has no data",
    "# checkov:skip=CKV_AWS_122: The lab has no data",
    "// bridgecrew:skip=CKV_AWS_122",
    "/* checkov:skip=CKV_AWS_122 */",
  ])("%j within a resource speaks for it", async (comment) => {
    expect(outcome(await scanFile(notebook(comment)))).toBe("kept");
  });

  test("keep their reason", async () => {
    const run = await scanFile(notebook("#checkov:skip=CKV_AWS_122:The lab has no data"));
    const found = run.suppressed.find(({ check }) => check === direct);
    expect(found?.suppression).toMatchObject({ kind: "comment", reason: "The lab has no data" });
    expect(run.findings.map(({ check }) => check)).not.toContain("suppression-without-reason");
  });

  test("speak for nothing else", async () => {
    const skip = "#checkov:skip=CKV_AWS_122:why\n";
    expect(outcome(await scanFile(notebook("#checkov:skip=CKV_AWS_307:why")))).toBe("told");
    expect(outcome(await scanFile(notebook("", { above: skip })))).toBe("told");
    expect(outcome(await scanFile(notebook("", { behind: skip })))).toBe("told");
    const two = notebook(skip) + notebook("").replace('"lab"', '"other"');
    expect(outcome(await scanFile(two))).toBe("told");
  });

  test("count in a template, also below what is wrong", async () => {
    const template = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Lab:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      DirectInternetAccess: Enabled
      InstanceType: ml.t3.medium
      # checkov:skip=CKV_AWS_122:a lab
      RoleArn: arn:aws:iam::123456789012:role/lab
`;
    expect(outcome(await scanFile(template, "stack.yaml"))).toBe("kept");
  });

  test("are not called idle: what they speak for may stand in another file", async () => {
    const run = await scanFile(notebook("#checkov:skip=CKV_AWS_20:why"));
    expect(run.findings.map(({ check }) => check)).not.toContain("unused-suppression");
  });
});

describe("comments of Trivy", () => {
  const pod = (comment: string, above = ""): string => `apiVersion: v1
kind: Pod
metadata: {name: llm}
spec:
  containers:
    - name: llm
      image: ollama/ollama:0.12.0
      securityContext:
        ${above}
        privileged: true ${comment}
`;
  const check = "k8s-container-privileged";

  test.each([
    ["#trivy:ignore:KSV-0017", "kept"],
    ["# trivy:ignore:AVD-KSV-0017", "kept"],
    ["# tfsec:ignore:KSV017:exp:2999-01-31", "kept"],
    ["# trivy:ignore:KSV-0001 trivy:ignore:KSV-0017", "kept"],
    ["# trivy:ignore:KSV-0017:exp:2020-01-31", "told"],
    ["# trivy:ignore:KSV-0017:ws:dev", "told"],
    ["# trivy:ignore:KSV-0017[name=llm]", "told"],
    ["# trivy:ignore:KSV-0001", "told"],
  ])("%j", async (comment, expected) => {
    expect(outcome(await scanFile(pod(comment), "pod.yaml"), check)).toBe(expected);
    expect(outcome(await scanFile(pod("", comment), "pod.yaml"), check)).toBe(expected);
  });
});

test("a comment between two resources does not speak for what joins them", async () => {
  const text = `resource "aws_s3_bucket" "a" {
  bucket = "acme-a"
}
resource "aws_s3_bucket" "b" { # pavise: allow s3-acl-public-read -- another bucket
  bucket = "acme-b"
}
resource "aws_s3_bucket_acl" "a" {
  bucket = aws_s3_bucket.a.id
  acl    = "public-read"
}
`;
  expect(outcome(await scanFile(text), "s3-acl-public-read")).toBe("told");
});

test("a check of a resource speaks beside others whose way is shown", async () => {
  const { findings } = await scanFile(`resource "aws_s3_bucket" "a" {
  bucket = "acme-a"
  acl    = "public-read-write"
}
`);
  const told = findings.filter(({ audience }) => audience === "default").map(({ check }) => check);
  expect(told).toEqual(expect.arrayContaining(["s3-acl-public-read", "s3-acl-public-write"]));
});
