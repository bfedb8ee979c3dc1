import { mustBeSet } from "../../../infra/answer.ts";
import { notebooksRuntime } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const notebooksRuntimeKey = defineInfraCheck({
  meta: {
    id: "notebooks-runtime-key",
    code: "PV-GCP-074",
    title: "A managed notebook is encrypted with a key of Google's",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_GCP_35"],
    controls: ["CWE-311", "ATLAS:AML.T0035"],
    why: "With a key of Google's nobody of yours can take access away: who reads the disks, with data and models on them, is not yours to say a second time.",
    mend: "Name a key of Cloud KMS when it is made.",
    mends: { terraform: "encryption_config {\n  kms_key = google_kms_crypto_key.ml.id\n}" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_notebooks_runtime" "it" {\n  name     = "lab"\n  location = "us-central1"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_notebooks_runtime" "it" {\n  name     = "lab"\n  location = "us-central1"\n  virtual_machine {\n    virtual_machine_config {\n      encryption_config {\n        kms_key = "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"\n      }\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: notebooksRuntime,
  judge: ({ facts }) => mustBeSet(facts.key),
});
