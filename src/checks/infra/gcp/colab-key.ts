import { mustBeSet } from "../../../infra/answer.ts";
import { runtimeTemplate } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const colabKey = defineInfraCheck({
  meta: {
    id: "colab-key",
    code: "PV-GCP-094",
    title: "Colab runtimes are encrypted with a key of Google's",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-311", "ATLAS:AML.T0035"],
    why: "With a key of Google's nobody of yours can take access away: who reads the disks, with data and models on them, is not yours to say a second time.",
    mend: "Name a key of Cloud KMS in the template.",
    mends: { terraform: "encryption_spec {\n  kms_key_name = google_kms_crypto_key.ml.id\n}" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_colab_runtime_template" "it" {\n  name         = "t"\n  display_name = "t"\n  location     = "us-central1"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_colab_runtime_template" "it" {\n  name         = "t"\n  display_name = "t"\n  location     = "us-central1"\n  encryption_spec {\n    kms_key_name = "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"\n  }\n}\n',
        },
      ],
    },
  },
  on: runtimeTemplate,
  judge: ({ facts }) => mustBeSet(facts.key),
});
