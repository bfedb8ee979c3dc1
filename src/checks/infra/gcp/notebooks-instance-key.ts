import { all, mustBe, mustBeSet } from "../../../infra/answer.ts";
import { notebooksInstance } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const notebooksInstanceKey = defineInfraCheck({
  meta: {
    id: "notebooks-instance-key",
    code: "PV-GCP-073",
    title: "The disks of a user-managed notebook are encrypted with a key of Google's",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_GCP_21"],
    controls: ["CWE-311", "ATLAS:AML.T0035"],
    why: "With a key of Google's nobody of yours can take access away: who reads the disks, with data and models on them, is not yours to say a second time.",
    mend: "Name a key of Cloud KMS when it is made.",
    mends: { terraform: 'disk_encryption = "CMEK"\nkms_key         = google_kms_crypto_key.ml.id' },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_notebooks_instance" "it" {\n  name         = "lab"\n  location     = "us-central1-a"\n  machine_type = "e2-medium"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_notebooks_instance" "it" {\n  name         = "lab"\n  location     = "us-central1-a"\n  machine_type = "e2-medium"\n  disk_encryption = "CMEK"\n  kms_key         = "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"\n}\n',
        },
      ],
    },
  },
  on: notebooksInstance,
  judge: ({ facts }) => all(mustBeSet(facts.key), mustBe(facts.encryption, "CMEK")),
});
