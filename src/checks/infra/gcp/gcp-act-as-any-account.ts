import { grantsOf, mustNotGrant } from "../../../infra/gcp/grants.ts";
import { isServiceAgent } from "../../../infra/gcp/members.ts";
import { isActAsRole } from "../../../infra/gcp/roles.ts";
import { projectAccess } from "../../../infra/types/gcp/access.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpActAsAnyAccount = defineInfraCheck({
  meta: {
    id: "gcp-act-as-any-account",
    code: "PV-GCP-005",
    title: "Somebody may act as every service account of a project",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_41"],
    controls: ["CWE-269", "CWE-266"],
    why: "Whoever may start a job as any account, or take its token, has the sum of what all accounts may.",
    mend: "Give the role on single service accounts.",
    mends: {
      terraform:
        'resource "google_service_account_iam_member" "this" {\n  service_account_id = google_service_account.training.name\n  role               = "roles/iam.serviceAccountUser"\n  member             = "group:ml-team@example.com"\n}',
      gcloud:
        "gcloud projects remove-iam-policy-binding {name} --member=MEMBER --role=roles/iam.serviceAccountUser",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_project_iam_member" "it" {\n  project = "acme"\n  role   = "roles/iam.serviceAccountUser"\n  member = "user:a@example.com"\n}\n',
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
  on: projectAccess,
  judge: (it, cloud) =>
    mustNotGrant(grantsOf(it, cloud), {
      role: isActAsRole,
      except: ({ member }) => isServiceAgent(member),
    }),
});
