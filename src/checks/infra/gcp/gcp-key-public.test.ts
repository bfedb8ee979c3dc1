import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpKeyPublic } from "./gcp-key-public.ts";

infraCases(gcpKeyPublic, {
  fail: [
    `
resource "google_kms_crypto_key_iam_member" "it" {
  crypto_key_id = "k"
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  member        = "allUsers"
}
`,
    `
resource "google_kms_key_ring_iam_binding" "it" {
  key_ring_id = "r"
  role        = "roles/cloudkms.cryptoKeyDecrypter"
  members     = ["allAuthenticatedUsers"]
}
`,
    gcpSnapshot([
      "cloudkms.googleapis.com/CryptoKey",
      {
        name: "projects/p/locations/us/keyRings/r/cryptoKeys/k",
        iamPolicy: {
          version: 3,
          bindings: [{ role: "roles/cloudkms.cryptoKeyDecrypter", members: ["allUsers"] }],
        },
      },
    ]),
  ],
  pass: [
    `
resource "google_kms_crypto_key_iam_member" "it" {
  crypto_key_id = "k"
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  member        = "serviceAccount:a@b.iam.gserviceaccount.com"
}
`,
    gcpSnapshot([
      "cloudkms.googleapis.com/CryptoKey",
      { name: "projects/p/locations/us/keyRings/r/cryptoKeys/k" },
    ]),
  ],
  unknown: [
    `
variable "who" {
  type = string
}
resource "google_kms_crypto_key_iam_member" "it" {
  crypto_key_id = "k"
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  member        = var.who
}
`,
  ],
  refused: [
    gcpSnapshot([
      "cloudkms.googleapis.com/CryptoKey",
      {
        name: "projects/p/locations/us/keyRings/r/cryptoKeys/k",
        iamPolicy: { $unread: "cloudkms.cryptoKeys.getIamPolicy (403 forbidden)" },
      },
    ]),
  ],
});
