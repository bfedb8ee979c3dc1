import { grantsOf, mustNotGrant } from "../../../infra/gcp/grants.ts";
import { onEachLevel } from "../../../infra/gcp/inherited.ts";
import { isPublic } from "../../../infra/gcp/members.ts";
import {
  folderAccess,
  organizationAccess,
  projectAccess,
} from "../../../infra/types/gcp/access.ts";
import { wayByGrant } from "../../../infra/gcp/ways.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpPublicGrant = defineInfraCheck({
  meta: {
    id: "gcp-public-grant",
    code: "PV-GCP-001",
    title: "Everybody on the internet has a role in a project",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-284", "CWE-732", "ATLAS:AML.T0012"],
    why: "Whoever knows the project's name does there what the role allows; for allAuthenticatedUsers a free Google account is enough.",
    mend: "Take the grant away, and name the people and service accounts that need it.",
    mends: {
      terraform: 'member = "group:ml-team@example.com"',
      gcloud: "gcloud projects remove-iam-policy-binding {name} --member=allUsers --role=ROLE",
    },
    blind: "Grants of folders and the organisation, where only Terraform of the project is read.",
    references: ["https://cloud.google.com/iam/docs/principals-overview"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_project_iam_member" "it" {\n  project = "acme"\n  role   = "roles/viewer"\n  member = "allUsers"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_project_iam_member" "it" {\n  project = "acme"\n  role   = "roles/viewer"\n  member = "group:ml@example.com"\n}\n',
        },
      ],
    },
  },
  on: [projectAccess, folderAccess, organizationAccess],
  judge: (it, cloud) =>
    onEachLevel(it, cloud, (level) =>
      mustNotGrant(grantsOf(level, cloud), { member: isPublic, way: wayByGrant(level) }),
    ),
});
