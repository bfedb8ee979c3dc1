import { expect, test } from "vitest";
import { runInfraCheck } from "../../../testing/infra-cases.ts";
import { gcpAiAuditLogs } from "./gcp-ai-audit-logs.ts";
import { gcpAuditLogs } from "./gcp-audit-logs.ts";

// The project itself is mostly made somewhere else: what is written for it is judged all the same.

const endpoint = `resource "google_vertex_ai_endpoint" "e" {
  name         = "e"
  display_name = "e"
  location     = "us-central1"
}
`;

const every = ["ADMIN_READ", "DATA_READ", "DATA_WRITE"];

function config(
  name: string,
  {
    of = 'project = "acme-ml"',
    service = "aiplatform.googleapis.com",
    logs = every,
    exempt = "",
  }: { of?: string; service?: string; logs?: readonly string[]; exempt?: string } = {},
): string {
  const level = of.startsWith("project")
    ? "project"
    : of.startsWith("folder")
      ? "folder"
      : "organization";
  const blocks = logs.map(
    (log) => `  audit_log_config {\n    log_type = "${log}"\n    ${exempt}\n  }\n`,
  );
  return `resource "google_${level}_iam_audit_config" "${name}" {
  ${of}
  service = "${service}"
${blocks.join("")}}
`;
}

function said(text: string, check = gcpAiAuditLogs): readonly string[] {
  const { answers } = runInfraCheck(check, [{ path: "main.tf", text }]);
  return answers.map(({ resource, answer }) => `${resource}: ${answer.kind}`);
}

const exempt = 'exempted_members = ["domain:acme.example"]';
const a = "google_project_iam_audit_config.a";

test("exempted members and missing logs of a project that is made elsewhere are found", () => {
  expect(said(config("a", { logs: ["DATA_READ"], exempt }) + endpoint)).toEqual([`${a}: fail`]);
  expect(said(config("a", { logs: ["DATA_READ"] }) + endpoint)).toEqual([`${a}: fail`]);
  expect(said(config("a") + endpoint)).toEqual([`${a}: pass`]);
  const variable = 'variable "project" {\n  type = string\n}\n';
  expect(said(variable + config("a", { of: "project = var.project", exempt }))).toEqual([
    `${a}: fail`,
  ]);
  expect(said(config("a", { service: "allServices", exempt }), gcpAuditLogs)).toEqual([
    `${a}: fail`,
  ]);
});

test("several configurations of a project are judged together, once", () => {
  const two =
    config("a", { logs: ["ADMIN_READ", "DATA_READ"] }) +
    config("b", { logs: ["DATA_WRITE"], service: "allServices" });
  expect(said(two)).toEqual([`${a}: pass`]);
  const others = config("a") + config("b", { of: 'project = "acme-web"', logs: ["DATA_READ"] });
  expect(said(others)).toEqual([`${a}: pass`, "google_project_iam_audit_config.b: fail"]);
});

test("nothing is said of other services, nor twice where the project is here", () => {
  expect(said(config("a", { service: "storage.googleapis.com", exempt }) + endpoint)).toEqual([]);
  const project = 'resource "google_project" "p" {\n  name = "p"\n  project_id = "acme-ml"\n}\n';
  const own = config("a", { of: "project = google_project.p.project_id", exempt });
  expect(said(project + own + endpoint)).toEqual(["google_project.p: fail"]);
});

test("whom a folder or an organisation exempts is exempt below; what it leaves out is not its own", () => {
  for (const of of ['folder = "folders/1"', 'org_id = "1"']) {
    const level = of.startsWith("folder") ? "folder" : "organization";
    const name = `google_${level}_iam_audit_config.a`;
    expect(said(config("a", { of, exempt }))).toEqual([`${name}: fail`]);
    expect(said(config("a", { of, logs: ["DATA_READ"] }))).toEqual([]);
  }
});

test("what is set above a project adds to what is set on it", () => {
  const project =
    'resource "google_project" "p" {\n  name = "p"\n  project_id = "acme-ml"\n  folder_id = "1"\n}\n';
  const above = config("a", { of: 'folder = "folders/1"', logs: ["ADMIN_READ", "DATA_WRITE"] });
  const own = config("b", { of: "project = google_project.p.project_id", logs: ["DATA_READ"] });
  expect(said(project + own + above + endpoint)).toEqual(["google_project.p: pass"]);
  expect(said(project + own + endpoint)).toEqual(["google_project.p: fail"]);
});

test("logs that are written by a block for each of what is not known are unknown", () => {
  const open = `variable "logs" {
  type = set(string)
}
resource "google_project_iam_audit_config" "a" {
  project = "acme-ml"
  service = "aiplatform.googleapis.com"
  dynamic "audit_log_config" {
    for_each = var.logs
    content {
      log_type = audit_log_config.value
    }
  }
}
`;
  expect(said(open)).toEqual([`${a}: unknown`]);
});
