import { grantsOf, mustNotGrant } from "../../../infra/gcp/grants.ts";
import { isDefaultAccount } from "../../../infra/gcp/members.ts";
import {
  folderAccess,
  organizationAccess,
  projectAccess,
} from "../../../infra/types/gcp/access.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpDefaultAccountRole = defineInfraCheck({
  meta: {
    id: "gcp-default-account-role",
    code: "PV-GCP-007",
    title: "A default service account has a role",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_46", "CKV_GCP_47", "CKV_GCP_48"],
    controls: ["CWE-250", "CWE-1188", "ATLAS:AML.T0012"],
    why: "Every machine, notebook and pipeline that names no account runs as this one, and has its role; mostly Editor.",
    mend: "Take the role away, and give each job an account of its own.",
    mends: {
      terraform: "member = google_service_account.training.member",
      gcloud:
        "gcloud projects remove-iam-policy-binding {name} --member=serviceAccount:NUMBER-compute@developer.gserviceaccount.com --role=roles/editor",
    },
    references: ["https://cloud.google.com/iam/docs/service-account-types#default"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_project_iam_member" "it" {\n  project = "acme"\n  role   = "roles/editor"\n  member = "serviceAccount:123-compute@developer.gserviceaccount.com"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_project_iam_member" "it" {\n  project = "acme"\n  role   = "roles/editor"\n  member = "serviceAccount:train@acme.iam.gserviceaccount.com"\n}\n',
        },
      ],
    },
  },
  on: [projectAccess, folderAccess, organizationAccess],
  judge: (it, cloud) => mustNotGrant(grantsOf(it, cloud), { member: isDefaultAccount }),
});
