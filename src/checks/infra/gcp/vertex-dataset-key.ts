import { mustBeSet } from "../../../infra/answer.ts";
import { dataset } from "../../../infra/types/gcp/vertex.ts";
import { defineInfraCheck } from "../define.ts";

export const vertexDatasetKey = defineInfraCheck({
  meta: {
    id: "vertex-dataset-key",
    code: "PV-GCP-044",
    title: "A Vertex AI dataset is encrypted with a key of Google's",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_92"],
    controls: ["CWE-311", "ATLAS:AML.T0035"],
    why: "With a key of Google's nobody of yours can take access away: who reads training data is not yours to say a second time.",
    mend: "Name a key of Cloud KMS when it is made; it can't be added later.",
    mends: { terraform: "encryption_spec {\n  kms_key_name = google_kms_crypto_key.ml.id\n}" },
    references: ["https://cloud.google.com/vertex-ai/docs/general/cmek"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_dataset" "it" {\n  display_name        = "d"\n  metadata_schema_uri = "gs://google-cloud-aiplatform/schema/dataset/metadata/image_1.0.0.yaml"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_dataset" "it" {\n  display_name        = "d"\n  metadata_schema_uri = "gs://google-cloud-aiplatform/schema/dataset/metadata/image_1.0.0.yaml"\n  encryption_spec {\n    kms_key_name = google_kms_crypto_key.ml.id\n  }\n}\n',
        },
      ],
    },
  },
  on: dataset,
  judge: ({ facts }) => mustBeSet(facts.key),
});
