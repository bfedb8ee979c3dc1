import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpKeyNotRotated } from "./gcp-key-not-rotated.ts";

infraCases(gcpKeyNotRotated, {
  fail: [
    `
resource "google_kms_crypto_key" "it" {
  name     = "ml"
  key_ring = "projects/p/locations/us/keyRings/r"
}
`,
    `
resource "google_kms_crypto_key" "it" {
  name     = "ml"
  key_ring = "projects/p/locations/us/keyRings/r"
  rotation_period = "15552000s"
}
`,
    gcpSnapshot([
      "cloudkms.googleapis.com/CryptoKey",
      { name: "projects/p/locations/us/keyRings/r/cryptoKeys/k", purpose: "ENCRYPT_DECRYPT" },
    ]),
  ],
  pass: [
    `
resource "google_kms_crypto_key" "it" {
  name     = "ml"
  key_ring = "projects/p/locations/us/keyRings/r"
  rotation_period = "7776000s"
}
`,
    gcpSnapshot([
      "cloudkms.googleapis.com/CryptoKey",
      {
        name: "projects/p/locations/us/keyRings/r/cryptoKeys/k",
        purpose: "ENCRYPT_DECRYPT",
        rotationPeriod: "2592000s",
      },
    ]),
  ],
  unknown: [
    `
variable "v" {
  type = string
}
resource "google_kms_crypto_key" "it" {
  name     = "ml"
  key_ring = "projects/p/locations/us/keyRings/r"
  rotation_period = var.v
}
`,
  ],
  silent: [
    `
resource "google_kms_crypto_key" "it" {
  name     = "ml"
  key_ring = "projects/p/locations/us/keyRings/r"
  purpose = "ASYMMETRIC_SIGN"
}
`,
    gcpSnapshot([
      "cloudkms.googleapis.com/CryptoKey",
      { name: "projects/p/locations/us/keyRings/r/cryptoKeys/k", purpose: "MAC" },
    ]),
  ],
});
