import { grantsOf, mustNotBeOpen } from "../../../infra/gcp/grants.ts";
import { serviceAccountAccess } from "../../../infra/types/gcp/access.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpServiceAccountOpen = defineInfraCheck({
  meta: {
    id: "gcp-service-account-open",
    code: "PV-GCP-009",
    title: "Everybody, or everybody of a pool, may act as a service account",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-284", "CWE-269", "ATLAS:AML.T0012"],
    why: "Whoever is meant takes the account's tokens and has all it has: buckets of models, endpoints, pipelines.",
    mend: "Name the one identity that is meant, such as a repository or a Kubernetes service account.",
    mends: {
      terraform:
        'member = "principalSet://iam.googleapis.com/${google_iam_workload_identity_pool.ci.name}/attribute.repository/acme/ml"',
      gcloud:
        "gcloud iam service-accounts remove-iam-policy-binding {name} --member=MEMBER --role=ROLE",
    },
    references: ["https://cloud.google.com/iam/docs/workload-identity-federation"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_service_account_iam_member" "it" {\n  service_account_id = "projects/acme/serviceAccounts/a@acme.iam.gserviceaccount.com"\n  role               = "roles/iam.serviceAccountTokenCreator"\n  member             = "allUsers"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_service_account_iam_member" "it" {\n  service_account_id = "a"\n  role               = "roles/iam.workloadIdentityUser"\n  member             = "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/attribute.repository/acme/ml"\n}\n',
        },
      ],
    },
  },
  on: serviceAccountAccess,
  judge: (it, cloud) => mustNotBeOpen(grantsOf(it, cloud)),
});
