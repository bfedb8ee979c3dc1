import { infraCases } from "../../../testing/infra-cases.ts";
import { documentAiWarehouseKey } from "./document-ai-warehouse-key.ts";

infraCases(documentAiWarehouseKey, {
  fail: [
    `
resource "google_document_ai_warehouse_location" "it" {
  location       = "us"
  project_number = 123
}
`,
  ],
  pass: [
    `
resource "google_document_ai_warehouse_location" "it" {
  location       = "us"
  project_number = 123
  kms_key = "projects/p/locations/us/keyRings/r/cryptoKeys/k"
}
`,
  ],
  unknown: [
    `
variable "v" {
  type = bool
}
resource "google_document_ai_warehouse_location" "it" {
  location       = "us"
  project_number = 123
  kms_key = var.v ? "projects/p/locations/us/keyRings/r/cryptoKeys/k" : null
}
`,
  ],
});
