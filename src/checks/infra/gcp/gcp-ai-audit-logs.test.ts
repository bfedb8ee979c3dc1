import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpAiAuditLogs } from "./gcp-ai-audit-logs.ts";

infraCases(gcpAiAuditLogs, {
  fail: [
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
    log_type = "DATA_READ"
  }
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
  service = "storage.googleapis.com"
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
    exempted_members = ["user:a@example.com"]
  }
  audit_log_config {
    log_type = "DATA_READ"
    exempted_members = ["user:a@example.com"]
  }
  audit_log_config {
    log_type = "DATA_WRITE"
    exempted_members = ["user:a@example.com"]
  }
}
`,
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        { name: "projects/123", projectId: "acme", ancestors: [], iamPolicy: { bindings: [] } },
      ],
      [
        "aiplatform.googleapis.com/Endpoint",
        { name: "projects/123/locations/us-central1/endpoints/1" },
      ],
    ),
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: [],
          iamPolicy: {
            auditConfigs: [
              {
                service: "aiplatform.googleapis.com",
                auditLogConfigs: [
                  { logType: "ADMIN_READ", exemptedMembers: ["user:a@example.com"] },
                  { logType: "DATA_READ", exemptedMembers: ["user:a@example.com"] },
                  { logType: "DATA_WRITE", exemptedMembers: ["user:a@example.com"] },
                ],
              },
            ],
          },
        },
      ],
      [
        "aiplatform.googleapis.com/Endpoint",
        { name: "projects/123/locations/us-central1/endpoints/1" },
      ],
    ),
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
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: [],
          iamPolicy: {
            auditConfigs: [
              {
                service: "allServices",
                auditLogConfigs: [{ logType: "ADMIN_READ" }, { logType: "DATA_READ" }],
              },
              {
                service: "aiplatform.googleapis.com",
                auditLogConfigs: [{ logType: "DATA_WRITE" }],
              },
            ],
          },
        },
      ],
      [
        "aiplatform.googleapis.com/Endpoint",
        { name: "projects/123/locations/us-central1/endpoints/1" },
      ],
    ),
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: ["organizations/9"],
          iamPolicy: { bindings: [] },
        },
      ],
      [
        "cloudresourcemanager.googleapis.com/Organization",
        {
          name: "organizations/9",
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
      ],
      [
        "aiplatform.googleapis.com/Endpoint",
        { name: "projects/123/locations/us-central1/endpoints/1" },
      ],
    ),
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
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: [],
          iamPolicy: { $unread: "resourcemanager.projects.getIamPolicy (403 PERMISSION_DENIED)" },
        },
      ],
      [
        "aiplatform.googleapis.com/Endpoint",
        { name: "projects/123/locations/us-central1/endpoints/1" },
      ],
    ),
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: ["folders/1"],
          iamPolicy: { bindings: [] },
        },
      ],
      [
        "aiplatform.googleapis.com/Endpoint",
        { name: "projects/123/locations/us-central1/endpoints/1" },
      ],
    ),
  ],
  silent: [
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        { name: "projects/123", projectId: "acme", ancestors: [], iamPolicy: { bindings: [] } },
      ],
      [
        "serviceusage.googleapis.com/Service",
        { name: "projects/123/services/aiplatform.googleapis.com", state: "DISABLED" },
      ],
    ),
    `
resource "google_project" "p" {
  name       = "web"
  project_id = "web-1"
}
`,
  ],
});
