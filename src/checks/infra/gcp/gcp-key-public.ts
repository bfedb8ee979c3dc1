import { grantsOf, mustNotGrant } from "../../../infra/gcp/grants.ts";
import { isPublic } from "../../../infra/gcp/members.ts";
import { keyAccess } from "../../../infra/types/gcp/access.ts";
import { wayByGrant } from "../../../infra/gcp/ways.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpKeyPublic = defineInfraCheck({
  meta: {
    id: "gcp-key-public",
    code: "PV-GCP-116",
    title: "Everybody may use a key",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_112"],
    controls: ["CWE-732", "CWE-284"],
    why: "Whoever finds something encrypted with it reads it.",
    mend: "Take the grant away.",
    mends: {
      terraform: "member = google_service_account.training.member",
      gcloud:
        "gcloud kms keys remove-iam-policy-binding {name} --keyring=RING --location={region} --member=allUsers --role=ROLE",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_kms_crypto_key_iam_member" "it" {\n  crypto_key_id = "k"\n  role          = "roles/cloudkms.cryptoKeyDecrypter"\n  member        = "allUsers"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_kms_crypto_key_iam_member" "it" {\n  crypto_key_id = "k"\n  role          = "roles/cloudkms.cryptoKeyDecrypter"\n  member        = "serviceAccount:a@b.iam.gserviceaccount.com"\n}\n',
        },
      ],
    },
  },
  on: keyAccess,
  judge: (it, cloud) =>
    mustNotGrant(grantsOf(it, cloud), { member: isPublic, way: wayByGrant(it) }),
});
