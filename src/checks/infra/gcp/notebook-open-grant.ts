import { grantsOf, mustNotBeOpen } from "../../../infra/gcp/grants.ts";
import { notebookAccess } from "../../../infra/types/gcp/access.ts";
import { wayByGrant } from "../../../infra/gcp/ways.ts";
import { defineInfraCheck } from "../define.ts";

export const notebookOpenGrant = defineInfraCheck({
  meta: {
    id: "notebook-open-grant",
    code: "PV-GCP-087",
    title: "Everybody may use a notebook server",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-284", "CWE-732", "ATLAS:AML.T0012"],
    why: "Strangers run code as the notebook's account, next to its data.",
    mend: "Take the grant away, and name who needs it.",
    mends: {
      terraform: 'members = ["group:ml-team@example.com"]',
      gcloud:
        "gcloud workbench instances remove-iam-policy-binding {name} --location=ZONE --member=allUsers --role=ROLE",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_workbench_instance_iam_member" "it" {\n  name   = "lab"\n  role   = "roles/notebooks.admin"\n  member = "allAuthenticatedUsers"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_workbench_instance_iam_member" "it" {\n  name   = "lab"\n  role   = "roles/notebooks.admin"\n  member = "user:a@example.com"\n}\n',
        },
      ],
    },
  },
  on: notebookAccess,
  judge: (it, cloud) => mustNotBeOpen(grantsOf(it, cloud), wayByGrant(it)),
});
