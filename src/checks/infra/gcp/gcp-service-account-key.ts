import { any, mustBe, mustNotBe } from "../../../infra/answer.ts";
import { serviceAccountKey } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

/** A key that Terraform makes is one that can be copied, whether or not its public half was uploaded. */
export const gcpServiceAccountKey = defineInfraCheck({
  meta: {
    id: "gcp-service-account-key",
    code: "PV-GCP-008",
    title: "A service account has a key that can be copied",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_GCP_3"],
    controls: ["CWE-522", "CWE-324", "ATLAS:AML.T0012"],
    why: "A key file does not expire and works from anywhere; it ends up in notebooks, images and repositories.",
    mend: "Use attached service accounts, workload identity federation or impersonation, and delete the key.",
    mends: {
      terraform:
        'resource "google_service_account_iam_member" "federated" {\n  service_account_id = google_service_account.training.name\n  role               = "roles/iam.workloadIdentityUser"\n  member             = "principalSet://iam.googleapis.com/${google_iam_workload_identity_pool.ci.name}/attribute.repository/acme/ml"\n}',
      gcloud: "gcloud iam service-accounts keys delete {name} --iam-account=ACCOUNT",
    },
    references: [
      "https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys",
    ],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_service_account_key" "it" {\n  service_account_id = "train"\n}\n',
        },
      ],
      clean: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"iam.googleapis.com/ServiceAccountKey","address":"//iam.googleapis.com/projects/acme/serviceAccounts/a@acme.iam.gserviceaccount.com/keys/1","body":{"name":"projects/acme/serviceAccounts/a@acme.iam.gserviceaccount.com/keys/1","keyType":"USER_MANAGED","disabled":true}}\n',
        },
      ],
    },
  },
  on: serviceAccountKey,
  judge: ({ facts }) => any(mustBe(facts.isOff, true), mustNotBe(facts.kind, "USER_MANAGED")),
});
