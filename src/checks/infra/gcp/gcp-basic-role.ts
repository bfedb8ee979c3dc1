import { grantsOf, mustNotGrant } from "../../../infra/gcp/grants.ts";
import { isServiceAgent } from "../../../infra/gcp/members.ts";
import { isBasicRole } from "../../../infra/gcp/roles.ts";
import {
  folderAccess,
  organizationAccess,
  projectAccess,
} from "../../../infra/types/gcp/access.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpBasicRole = defineInfraCheck({
  meta: {
    id: "gcp-basic-role",
    code: "PV-GCP-003",
    title: "A basic role reaches into every service",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_115", "CKV_GCP_116", "CKV_GCP_117"],
    controls: ["CWE-269", "CWE-250", "ATLAS:AML.T0012"],
    why: "Owner and Editor change every model, bucket and key at once, Viewer reads most of them; one stolen account is enough.",
    mend: "Give roles of single services, such as roles/aiplatform.user.",
    mends: {
      terraform: 'role = "roles/aiplatform.user"',
      gcloud:
        "gcloud projects remove-iam-policy-binding {name} --member=MEMBER --role=roles/editor",
    },
    blind: "Google's own service agents, which come with theirs, are left out.",
    references: ["https://cloud.google.com/iam/docs/roles-overview"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_project_iam_member" "it" {\n  project = "acme"\n  role   = "roles/editor"\n  member = "user:a@example.com"\n}\n',
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
      role: isBasicRole,
      except: ({ member }) => isServiceAgent(member),
    }),
});
