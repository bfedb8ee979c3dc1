import { grantsOf, mustNotGrant } from "../../../infra/gcp/grants.ts";
import { isServiceAccount, isServiceAgent } from "../../../infra/gcp/members.ts";
import { isAdminRole } from "../../../infra/gcp/roles.ts";
import { projectAccess } from "../../../infra/types/gcp/access.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpServiceAccountAdmin = defineInfraCheck({
  meta: {
    id: "gcp-service-account-admin",
    code: "PV-GCP-006",
    title: "A service account administers a project",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_42"],
    controls: ["CWE-250", "CWE-269"],
    why: "Code that runs as the account, such as a training script with a bad dependency, has the whole project.",
    mend: "Give the account the roles of what it does.",
    mends: {
      terraform: 'role = "roles/aiplatform.user"',
      gcloud:
        "gcloud projects remove-iam-policy-binding {name} --member=serviceAccount:ACCOUNT --role=ROLE",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_project_iam_member" "it" {\n  project = "acme"\n  role   = "roles/storage.admin"\n  member = "serviceAccount:train@acme.iam.gserviceaccount.com"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_project_iam_member" "it" {\n  project = "acme"\n  role   = "roles/storage.objectViewer"\n  member = "serviceAccount:train@acme.iam.gserviceaccount.com"\n}\n',
        },
      ],
    },
  },
  on: projectAccess,
  judge: (it, cloud) =>
    mustNotGrant(grantsOf(it, cloud), {
      role: isAdminRole,
      member: isServiceAccount,
      except: ({ member }) => isServiceAgent(member),
    }),
});
