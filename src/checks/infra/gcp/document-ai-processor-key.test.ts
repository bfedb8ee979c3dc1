import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { documentAiProcessorKey } from "./document-ai-processor-key.ts";

infraCases(documentAiProcessorKey, {
  fail: [
    `
resource "google_document_ai_processor" "it" {
  location     = "us"
  display_name = "p"
  type         = "OCR_PROCESSOR"
}
`,
    gcpSnapshot([
      "documentai.googleapis.com/Processor",
      { name: "projects/123/locations/us/processors/1" },
    ]),
  ],
  pass: [
    `
resource "google_document_ai_processor" "it" {
  location     = "us"
  display_name = "p"
  type         = "OCR_PROCESSOR"
  kms_key_name = "projects/p/locations/us/keyRings/r/cryptoKeys/k"
}
`,
    gcpSnapshot([
      "documentai.googleapis.com/Processor",
      {
        name: "projects/123/locations/us/processors/1",
        kmsKeyName: "projects/p/locations/us/keyRings/r/cryptoKeys/k",
      },
    ]),
  ],
  unknown: [
    `
variable "v" {
  type = bool
}
resource "google_document_ai_processor" "it" {
  location     = "us"
  display_name = "p"
  type         = "OCR_PROCESSOR"
  kms_key_name = var.v ? "projects/p/locations/us/keyRings/r/cryptoKeys/k" : null
}
`,
  ],
});
