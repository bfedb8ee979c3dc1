import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpAuditLogs } from "./gcp-audit-logs.ts";

infraCases(gcpAuditLogs, {
  fail: [
    `
resource "google_project" "p" {
  name       = "web"
  project_id = "web-1"
}
`,
    `
resource "google_project" "p" {
  name       = "acme"
  project_id = "acme-1"
}
resource "google_vertex_ai_endpoint" "e" {
  name         = "e"
  display_name = "e"
  location     = "us-central1"
}
resource "google_project_iam_audit_config" "a" {
  project = google_project.p.project_id
  service = "aiplatform.googleapis.com"
  audit_log_config {
    log_type = "ADMIN_READ"
  }
  audit_log_config {
    log_type = "DATA_READ"
  }
  audit_log_config {
    log_type = "DATA_WRITE"
  }
}
`,
    gcpSnapshot([
      "cloudresourcemanager.googleapis.com/Project",
      {
        name: "projects/123",
        projectId: "acme",
        ancestors: [],
        iamPolicy: {
          auditConfigs: [
            {
              service: "storage.googleapis.com",
              auditLogConfigs: [
                { logType: "ADMIN_READ" },
                { logType: "DATA_READ" },
                { logType: "DATA_WRITE" },
              ],
            },
          ],
        },
      },
    ]),
  ],
  pass: [
    `
resource "google_project" "p" {
  name       = "acme"
  project_id = "acme-1"
}
resource "google_vertex_ai_endpoint" "e" {
  name         = "e"
  display_name = "e"
  location     = "us-central1"
}
resource "google_project_iam_audit_config" "a" {
  project = google_project.p.project_id
  service = "allServices"
  audit_log_config {
    log_type = "ADMIN_READ"
  }
  audit_log_config {
    log_type = "DATA_READ"
  }
  audit_log_config {
    log_type = "DATA_WRITE"
  }
}
`,
    gcpSnapshot([
      "cloudresourcemanager.googleapis.com/Project",
      {
        name: "projects/123",
        projectId: "acme",
        ancestors: [],
        iamPolicy: {
          auditConfigs: [
            {
              service: "allServices",
              auditLogConfigs: [
                { logType: "ADMIN_READ" },
                { logType: "DATA_READ" },
                { logType: "DATA_WRITE" },
              ],
            },
          ],
        },
      },
    ]),
  ],
  unknown: [
    `
variable "service" {
  type = string
}
resource "google_project" "p" {
  name       = "acme"
  project_id = "acme-1"
}
resource "google_vertex_ai_endpoint" "e" {
  name         = "e"
  display_name = "e"
  location     = "us-central1"
}
resource "google_project_iam_audit_config" "a" {
  project = google_project.p.project_id
  service = var.service
  audit_log_config {
    log_type = "ADMIN_READ"
  }
  audit_log_config {
    log_type = "DATA_READ"
  }
  audit_log_config {
    log_type = "DATA_WRITE"
  }
}
`,
  ],
  refused: [
    gcpSnapshot([
      "cloudresourcemanager.googleapis.com/Project",
      {
        name: "projects/123",
        projectId: "acme",
        ancestors: [],
        iamPolicy: { $unread: "resourcemanager.projects.getIamPolicy (403 PERMISSION_DENIED)" },
      },
    ]),
  ],
});
