import { mustBeSet } from "../../../infra/answer.ts";
import { documentProcessor } from "../../../infra/types/gcp/services.ts";
import { defineInfraCheck } from "../define.ts";

export const documentAiProcessorKey = defineInfraCheck({
  meta: {
    id: "document-ai-processor-key",
    code: "PV-GCP-130",
    title: "A Document AI processor is encrypted with a key of Google's",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_GCP_22"],
    controls: ["CWE-311"],
    why: "With a key of Google's nobody of yours can take access away: who reads the documents is not yours to say a second time.",
    mend: "Name a key of Cloud KMS when it is made.",
    mends: { terraform: "kms_key_name = google_kms_crypto_key.ml.id" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_document_ai_processor" "it" {\n  location     = "us"\n  display_name = "p"\n  type         = "OCR_PROCESSOR"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_document_ai_processor" "it" {\n  location     = "us"\n  display_name = "p"\n  type         = "OCR_PROCESSOR"\n  kms_key_name = "projects/p/locations/us/keyRings/r/cryptoKeys/k"\n}\n',
        },
      ],
    },
  },
  on: documentProcessor,
  judge: ({ facts }) => mustBeSet(facts.key),
});
