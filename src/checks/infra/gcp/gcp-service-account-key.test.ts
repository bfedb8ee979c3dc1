import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpServiceAccountKey } from "./gcp-service-account-key.ts";

infraCases(gcpServiceAccountKey, {
  fail: [
    `
resource "google_service_account_key" "it" {
  service_account_id = "train"
}
`,
    gcpSnapshot([
      "iam.googleapis.com/ServiceAccountKey",
      {
        name: "projects/acme/serviceAccounts/a@acme.iam.gserviceaccount.com/keys/1",
        keyType: "USER_MANAGED",
        validAfterTime: "2024-01-01T00:00:00Z",
      },
    ]),
  ],
  pass: [
    gcpSnapshot([
      "iam.googleapis.com/ServiceAccountKey",
      {
        name: "projects/acme/serviceAccounts/a@acme.iam.gserviceaccount.com/keys/1",
        keyType: "USER_MANAGED",
        disabled: true,
      },
    ]),
    gcpSnapshot([
      "iam.googleapis.com/ServiceAccountKey",
      {
        name: "projects/acme/serviceAccounts/a@acme.iam.gserviceaccount.com/keys/2",
        keyType: "SYSTEM_MANAGED",
      },
    ]),
  ],
});
