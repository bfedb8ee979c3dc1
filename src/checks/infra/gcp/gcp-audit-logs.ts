import { mustAudit, mustAuditAll } from "../../../infra/gcp/audit.ts";
import type { CloudType, Item } from "../../../infra/type.ts";
import { auditConfig, project } from "../../../infra/types/gcp/project.ts";
import { defineInfraCheck } from "../define.ts";

const service = "allServices";

export const gcpAuditLogs = defineInfraCheck({
  meta: {
    id: "gcp-audit-logs",
    code: "PV-GCP-021",
    title: "Audit logs do not cover all services and everybody",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_GCP_5"],
    controls: ["CWE-778"],
    why: "What is not written down cannot be looked up after an attack: who read which bucket, who used which key.",
    mend: "Switch ADMIN_READ, DATA_READ and DATA_WRITE on for allServices, without exemptions.",
    mends: {
      terraform:
        'resource "google_project_iam_audit_config" "all" {\n  project = google_project.this.project_id\n  service = "allServices"\n  audit_log_config {\n    log_type = "ADMIN_READ"\n  }\n  audit_log_config {\n    log_type = "DATA_READ"\n  }\n  audit_log_config {\n    log_type = "DATA_WRITE"\n  }\n}',
    },
    blind: "What a folder or organisation sets, where only Terraform of the project is read.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_project" "p" {\n  name       = "web"\n  project_id = "web-1"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_project" "p" {\n  name       = "acme"\n  project_id = "acme-1"\n}\nresource "google_vertex_ai_endpoint" "e" {\n  name         = "e"\n  display_name = "e"\n  location     = "us-central1"\n}\nresource "google_project_iam_audit_config" "a" {\n  project = google_project.p.project_id\n  service = "allServices"\n  audit_log_config {\n    log_type = "ADMIN_READ"\n  }\n  audit_log_config {\n    log_type = "DATA_READ"\n  }\n  audit_log_config {\n    log_type = "DATA_WRITE"\n  }\n}\n',
        },
      ],
    },
  },
  on: [project, auditConfig] as readonly CloudType[],
  judge: (it, cloud) => {
    if (it.type === (auditConfig as CloudType))
      return mustAuditAll(it as Item<typeof auditConfig.facts>, cloud, service);
    const own = it as Item<typeof project.facts>;
    return mustAudit(own, cloud, service);
  },
});
