import { grantsOf, mustNotGrant } from "../../../infra/gcp/grants.ts";
import { onEachLevel } from "../../../infra/gcp/inherited.ts";
import { isBroad, isPublic } from "../../../infra/gcp/members.ts";
import { isAiRole } from "../../../infra/gcp/roles.ts";
import { holds } from "../../../infra/gcp/word.ts";
import {
  folderAccess,
  organizationAccess,
  projectAccess,
} from "../../../infra/types/gcp/access.ts";
import { defineInfraCheck } from "../define.ts";

/** Members that are everybody are another check's. */
export const gcpBroadAiGrant = defineInfraCheck({
  meta: {
    id: "gcp-broad-ai-grant",
    code: "PV-GCP-002",
    title: "A whole domain or identity pool reaches models and their data",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-732", "CWE-269", "ATLAS:AML.T0012", "ATLAS:AML.T0044"],
    why: "Every account of the domain, and whoever takes over one of them, reads and changes models, or takes them along.",
    mend: "Give the role to a group of those who work with the models.",
    mends: {
      terraform: 'member = "group:ml-team@example.com"',
      gcloud: "gcloud projects remove-iam-policy-binding {name} --member=MEMBER --role=ROLE",
    },
    blind: "How many people are in a group.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_project_iam_member" "it" {\n  project = "acme"\n  role   = "roles/aiplatform.admin"\n  member = "domain:example.com"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_project_iam_member" "it" {\n  project = "acme"\n  role   = "roles/aiplatform.admin"\n  member = "group:ml@example.com"\n}\n',
        },
      ],
    },
  },
  on: [projectAccess, folderAccess, organizationAccess],
  judge: (it, cloud) =>
    onEachLevel(it, cloud, (level) =>
      mustNotGrant(grantsOf(level, cloud), {
        role: isAiRole,
        member: isBroad,
        except: ({ member }) => holds(member, isPublic) === true,
      }),
    ),
});
