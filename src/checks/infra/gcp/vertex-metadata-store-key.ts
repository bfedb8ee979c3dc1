import { mustBeSet } from "../../../infra/answer.ts";
import { metadataStore } from "../../../infra/types/gcp/vertex.ts";
import { defineInfraCheck } from "../define.ts";

export const vertexMetadataStoreKey = defineInfraCheck({
  meta: {
    id: "vertex-metadata-store-key",
    code: "PV-GCP-047",
    title: "A metadata store is encrypted with a key of Google's",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_96"],
    controls: ["CWE-311", "ATLAS:AML.T0035"],
    why: "With a key of Google's nobody of yours can take access away: who reads where models came from is not yours to say a second time.",
    mend: "Name a key of Cloud KMS when it is made; it can't be added later.",
    mends: { terraform: "encryption_spec {\n  kms_key_name = google_kms_crypto_key.ml.id\n}" },
    references: ["https://cloud.google.com/vertex-ai/docs/general/cmek"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_metadata_store" "it" {\n  name = "m"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_metadata_store" "it" {\n  name = "m"\n  encryption_spec {\n    kms_key_name = google_kms_crypto_key.ml.id\n  }\n}\n',
        },
      ],
    },
  },
  on: metadataStore,
  judge: ({ facts }) => mustBeSet(facts.key),
});
