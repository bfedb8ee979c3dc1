import { describe, expect, test } from "vitest";
import type { Run } from "../core/index.ts";
import { scanTree as scanWith } from "../testing/scan-tree.ts";
import type { ScanOptions } from "./scan.ts";

const notebook = `resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = "arn:aws:iam::123456789012:role/lab"
  instance_type = "ml.t3.medium"
  root_access   = var.root
}
`;
const variable = 'variable "root" {\n  type = string\n}\n';

/** With the checks of the product. */
function scanTree(files: Record<string, string>, options: Partial<ScanOptions> = {}): Promise<Run> {
  return scanWith(files, { toolbox: undefined, ...options });
}

function outcomes(run: Run, check: string): readonly (string | undefined)[] {
  return (run.assessments ?? [])
    .filter((each) => each.check === check)
    .map(({ resource, outcome, detail }) =>
      [resource, outcome, ...(outcome === "unknown" ? [detail] : [])].join(" "),
    );
}

describe("infrastructure in files", () => {
  test("what cannot be told is said with its cause, and never passes", async () => {
    const run = await scanTree({ "main.tf": variable + notebook });
    expect(outcomes(run, "sagemaker-notebook-root")).toEqual([
      "aws_sagemaker_notebook_instance.lab unknown var.root has no value",
    ]);
    expect(run.findings.map(({ check }) => check)).not.toContain("sagemaker-notebook-root");
    expect(run.assessed?.unknown).toBe(1);
  });

  test("variables of the command line and of files decide it", async () => {
    const files = { "main.tf": variable + notebook, "prod.tfvars": 'root = "Enabled"\n' };
    const given = await scanTree(files, {
      includePassed: true,
      variables: { values: { root: "Disabled" }, files: [] },
    });
    expect(outcomes(given, "sagemaker-notebook-root")).toEqual([
      "aws_sagemaker_notebook_instance.lab pass",
    ]);
  });

  test("policies and settings in files that nothing else claims are read for Terraform", async () => {
    const run = await scanTree(
      {
        "infra/main.tf": `locals {
  buckets = yamldecode(file("buckets.yaml")).buckets
}
resource "aws_s3_bucket" "b" {
  for_each = local.buckets
  bucket   = each.key
}
resource "aws_s3_bucket_acl" "b" {
  for_each = local.buckets
  bucket   = aws_s3_bucket.b[each.key].id
  acl      = each.value
}
resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b["raw"].id
  policy = templatefile("\${path.module}/policy.json.tpl", { who = "*" })
}
resource "aws_ecr_repository" "r" {
  name = "r"
}
resource "aws_ecr_repository_policy" "r" {
  repository = aws_ecr_repository.r.name
  policy     = file("policies/ecr.json")
}
`,
        "infra/buckets.yaml": "buckets:\n  raw: private\n  site: public-read\n",
        "infra/policy.json.tpl":
          '{"Statement": [{"Effect": "Allow", "Principal": "${who}", "Action": "s3:GetObject", "Resource": "*"}]}',
        "infra/policies/ecr.json":
          '{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "ecr:*"}]}',
      },
      { includePassed: true },
    );
    expect(outcomes(run, "s3-acl-public-read")).toEqual([
      'aws_s3_bucket.b["raw"] pass',
      'aws_s3_bucket.b["site"] fail',
    ]);
    const found = run.findings.map(({ check }) => check);
    expect(found).toContain("s3-policy-public");
    expect(found).toContain("ecr-public");
    expect((run.assessments ?? []).filter(({ outcome }) => outcome === "unknown")).toEqual([]);
  });

  test("a module is judged where it is called, at the line of the module", async () => {
    const run = await scanTree({
      "main.tf": 'module "a" {\n  source = "./lab"\n  root   = "Enabled"\n}\n',
      "lab/main.tf": variable + notebook,
    });
    const found = run.findings.find(({ check }) => check === "sagemaker-notebook-root");
    expect(found?.location).toMatchObject({
      path: "lab/main.tf",
      line: 8,
      resource: "module.a.aws_sagemaker_notebook_instance.lab",
    });
  });

  test("a comment at the head of a resource or at the line accepts a finding", async () => {
    const open = notebook.replace("var.root", '"Enabled"');
    const above = `# pavise: allow sagemaker-notebook-root -- packages are installed\n${open}`;
    const beside = open.replace(
      '"Enabled"',
      '"Enabled" # pavise: allow sagemaker-notebook-root -- packages are installed',
    );
    for (const text of [above, beside]) {
      const run = await scanTree({ "main.tf": text });
      expect(run.findings.map(({ check }) => check)).not.toContain("sagemaker-notebook-root");
      expect(run.findings.map(({ check }) => check)).not.toContain("suppression-unused");
      expect(run.suppressed.map(({ check }) => check)).toEqual(["sagemaker-notebook-root"]);
    }
  });

  test("every answer is listed where that is asked for", async () => {
    const files = { "main.tf": notebook.replace("var.root", '"Disabled"') };
    const quiet = await scanTree(files);
    const whole = await scanTree(files, { includePassed: true });
    expect(quiet.assessments).toEqual([]);
    expect(whole.assessments?.length).toBe(
      Object.values(whole.assessed ?? {}).reduce((sum, count) => sum + count, 0),
    );
    const answer = whole.assessments?.find(({ check }) => check === "sagemaker-notebook-root");
    expect(answer).toMatchObject({
      code: "PV-AWS-004",
      outcome: "pass",
      resource: "aws_sagemaker_notebook_instance.lab",
      location: { path: "main.tf", line: 1 },
    });
    expect(answer?.aliases).toContain("CKV_AWS_307");
  });

  test("fetched modules are read, and judged where they are called", async () => {
    const run = await scanTree({
      "main.tf": 'module "a" {\n  source = "acme/lab/aws"\n  root   = "Enabled"\n}\n',
      ".terraform/modules/modules.json": JSON.stringify({
        Modules: [
          { Key: "a", Source: "registry.terraform.io/acme/lab/aws", Dir: ".terraform/modules/a" },
        ],
      }),
      ".terraform/modules/a/main.tf": variable + notebook,
    });
    const found = run.findings.find(({ check }) => check === "sagemaker-notebook-root");
    expect(found?.location.resource).toBe("module.a.aws_sagemaker_notebook_instance.lab");
  });

  test("the mend is ready to be pasted", async () => {
    const run = await scanTree({ "main.tf": notebook.replace("var.root", '"Enabled"') });
    const found = run.findings.find(({ check }) => check === "sagemaker-notebook-root");
    expect(found?.paste).toEqual({ into: "terraform", code: 'root_access = "Disabled"' });
  });
});
