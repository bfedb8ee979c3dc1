import { mustBeSet } from "../../../infra/answer.ts";
import { repository } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

export const artifactRegistryKey = defineInfraCheck({
  meta: {
    id: "artifact-registry-key",
    code: "PV-GCP-112",
    title: "A repository is encrypted with a key of Google's",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_84"],
    controls: ["CWE-311"],
    why: "With a key of Google's nobody of yours can take access away.",
    mend: "Name a key of Cloud KMS when it is made.",
    mends: {
      terraform: "kms_key_name = google_kms_crypto_key.ml.id",
      gcloud:
        "gcloud artifacts repositories create NAME --location={region} --repository-format=docker --kms-key=KEY",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_artifact_registry_repository" "it" {\n  repository_id = "ml"\n  location      = "us"\n  format        = "DOCKER"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_artifact_registry_repository" "it" {\n  repository_id = "ml"\n  location      = "us"\n  format        = "DOCKER"\n  kms_key_name = "projects/p/locations/us/keyRings/r/cryptoKeys/k"\n}\n',
        },
      ],
    },
  },
  on: repository,
  judge: ({ facts }) => mustBeSet(facts.key),
});
