import { grantsOf, mustNotGrant } from "../../../infra/gcp/grants.ts";
import { isServiceAgent } from "../../../infra/gcp/members.ts";
import { isImpersonatingRole } from "../../../infra/gcp/roles.ts";
import {
  folderAccess,
  organizationAccess,
  projectAccess,
} from "../../../infra/types/gcp/access.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpImpersonatingRole = defineInfraCheck({
  meta: {
    id: "gcp-impersonating-role",
    code: "PV-GCP-004",
    title: "A role lets its holder become the service accounts below",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_44", "CKV_GCP_45", "CKV_GCP_49"],
    controls: ["CWE-269", "CWE-266", "ATLAS:AML.T0012"],
    why: "Who may act as any service account has the roles of all of them: those of training jobs, of endpoints, of pipelines.",
    mend: "Give the role on the one service account that is meant.",
    mends: {
      terraform:
        'resource "google_service_account_iam_member" "this" {\n  service_account_id = google_service_account.training.name\n  role               = "roles/iam.serviceAccountUser"\n  member             = "group:ml-team@example.com"\n}',
      gcloud:
        "gcloud iam service-accounts add-iam-policy-binding ACCOUNT --member=MEMBER --role=roles/iam.serviceAccountUser",
    },
    blind: "Roles that you made yourself, and service agents that hold what Google gave them.",
    references: ["https://cloud.google.com/iam/docs/best-practices-service-accounts"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_project_iam_member" "it" {\n  project = "acme"\n  role   = "roles/iam.serviceAccountTokenCreator"\n  member = "user:a@example.com"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_project_iam_member" "it" {\n  project = "acme"\n  role   = "roles/aiplatform.user"\n  member = "user:a@example.com"\n}\n',
        },
      ],
    },
  },
  on: [projectAccess, folderAccess, organizationAccess],
  judge: (it, cloud) =>
    mustNotGrant(grantsOf(it, cloud), {
      role: isImpersonatingRole,
      except: ({ member }) => isServiceAgent(member),
    }),
});
