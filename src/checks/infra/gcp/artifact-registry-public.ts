import { grantsOf, mustNotGrant } from "../../../infra/gcp/grants.ts";
import { isPublic } from "../../../infra/gcp/members.ts";
import { repositoryAccess } from "../../../infra/types/gcp/access.ts";
import { wayByGrant } from "../../../infra/gcp/ways.ts";
import { defineInfraCheck } from "../define.ts";

export const artifactRegistryPublic = defineInfraCheck({
  meta: {
    id: "artifact-registry-public",
    code: "PV-GCP-111",
    title: "Everybody on the internet reaches a repository",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_101"],
    controls: ["CWE-732", "CWE-284", "ATLAS:AML.T0010.004"],
    why: "Strangers take images and packages along with what is in them; where they may push, they decide what you run.",
    mend: "Take the grant away.",
    mends: {
      terraform: 'member = "group:ml-team@example.com"',
      gcloud:
        "gcloud artifacts repositories remove-iam-policy-binding {name} --location={region} --member=allUsers --role=ROLE",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_artifact_registry_repository_iam_member" "it" {\n  repository = "ml"\n  role       = "roles/artifactregistry.reader"\n  member     = "allUsers"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_artifact_registry_repository_iam_binding" "it" {\n  repository = "ml"\n  role       = "roles/artifactregistry.reader"\n  members    = ["group:ml@example.com"]\n}\n',
        },
      ],
    },
  },
  on: repositoryAccess,
  judge: (it, cloud) =>
    mustNotGrant(grantsOf(it, cloud), { member: isPublic, way: wayByGrant(it) }),
});
