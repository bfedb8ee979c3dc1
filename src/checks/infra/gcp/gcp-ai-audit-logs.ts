import { mustAudit, mustAuditAll } from "../../../infra/gcp/audit.ts";
import { usesAi } from "../../../infra/gcp/uses.ts";
import type { CloudType, Item } from "../../../infra/type.ts";
import { auditConfig, project } from "../../../infra/types/gcp/project.ts";
import { defineInfraCheck } from "../define.ts";

const service = "aiplatform.googleapis.com";

export const gcpAiAuditLogs = defineInfraCheck({
  meta: {
    id: "gcp-ai-audit-logs",
    code: "PV-GCP-020",
    title: "What is read from and sent to Vertex AI is not written down",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-778", "ATLAS:AML.T0024"],
    why: "Without Data Access logs nobody sees who asked a model a million questions, read a data set, or listed what there is.",
    mend: "Switch ADMIN_READ, DATA_READ and DATA_WRITE on for aiplatform.googleapis.com, without exemptions.",
    mends: {
      terraform:
        'resource "google_project_iam_audit_config" "ai" {\n  project = google_project.this.project_id\n  service = "aiplatform.googleapis.com"\n  audit_log_config {\n    log_type = "ADMIN_READ"\n  }\n  audit_log_config {\n    log_type = "DATA_READ"\n  }\n  audit_log_config {\n    log_type = "DATA_WRITE"\n  }\n}',
      gcloud:
        "gcloud projects get-iam-policy {name} --format=json > policy.json\n# Add auditConfigs for aiplatform.googleapis.com, then:\ngcloud projects set-iam-policy {name} policy.json",
    },
    blind: "What a folder or organisation sets, where only Terraform of the project is read.",
    references: ["https://cloud.google.com/logging/docs/audit/configure-data-access"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_project" "p" {\n  name       = "acme"\n  project_id = "acme-1"\n}\nresource "google_vertex_ai_endpoint" "e" {\n  name         = "e"\n  display_name = "e"\n  location     = "us-central1"\n}\nresource "google_project_iam_audit_config" "a" {\n  project = google_project.p.project_id\n  service = "aiplatform.googleapis.com"\n  audit_log_config {\n    log_type = "DATA_READ"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_project" "p" {\n  name       = "acme"\n  project_id = "acme-1"\n}\nresource "google_vertex_ai_endpoint" "e" {\n  name         = "e"\n  display_name = "e"\n  location     = "us-central1"\n}\nresource "google_project_iam_audit_config" "a" {\n  project = google_project.p.project_id\n  service = "aiplatform.googleapis.com"\n  audit_log_config {\n    log_type = "ADMIN_READ"\n  }\n  audit_log_config {\n    log_type = "DATA_READ"\n  }\n  audit_log_config {\n    log_type = "DATA_WRITE"\n  }\n}\n',
        },
      ],
    },
  },
  on: [project, auditConfig] as readonly CloudType[],
  judge: (it, cloud) => {
    if (it.type === (auditConfig as CloudType))
      return mustAuditAll(it as Item<typeof auditConfig.facts>, cloud, service);
    const own = it as Item<typeof project.facts>;
    return usesAi(own, cloud) ? mustAudit(own, cloud, service) : undefined;
  },
});
