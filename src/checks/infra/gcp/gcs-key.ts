import { mustBeSet } from "../../../infra/answer.ts";
import { bucket } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

export const gcsKey = defineInfraCheck({
  meta: {
    id: "gcs-key",
    code: "PV-GCP-108",
    title: "A bucket is encrypted with a key of Google's",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-311", "ATLAS:AML.T0035"],
    why: "With a key of Google's nobody of yours can take access away; with one of yours who reads is said a second time, and written down.",
    mend: "Name a key of Cloud KMS.",
    mends: {
      terraform: "encryption {\n  default_kms_key_name = google_kms_crypto_key.ml.id\n}",
      gcloud: "gcloud storage buckets update gs://{name} --default-encryption-key=KEY",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_storage_bucket" "it" {\n  name     = "acme-models"\n  location = "US"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_storage_bucket" "it" {\n  name     = "acme-models"\n  location = "US"\n  encryption {\n    default_kms_key_name = google_kms_crypto_key.ml.id\n  }\n}\n',
        },
      ],
    },
  },
  on: bucket,
  judge: ({ facts }) => mustBeSet(facts.key),
});
