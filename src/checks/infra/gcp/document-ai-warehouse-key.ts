import { mustBeSet } from "../../../infra/answer.ts";
import { documentWarehouse } from "../../../infra/types/gcp/services.ts";
import { defineInfraCheck } from "../define.ts";

export const documentAiWarehouseKey = defineInfraCheck({
  meta: {
    id: "document-ai-warehouse-key",
    code: "PV-GCP-131",
    title: "A Document AI Warehouse is encrypted with a key of Google's",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_GCP_23"],
    controls: ["CWE-311"],
    why: "With a key of Google's nobody of yours can take access away: who reads the documents is not yours to say a second time.",
    mend: "Name a key of Cloud KMS when it is made.",
    mends: { terraform: "kms_key = google_kms_crypto_key.ml.id" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_document_ai_warehouse_location" "it" {\n  location       = "us"\n  project_number = 123\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_document_ai_warehouse_location" "it" {\n  location       = "us"\n  project_number = 123\n  kms_key = "projects/p/locations/us/keyRings/r/cryptoKeys/k"\n}\n',
        },
      ],
    },
  },
  on: documentWarehouse,
  judge: ({ facts }) => mustBeSet(facts.key),
});
