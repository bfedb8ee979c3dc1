import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpServiceAccountOpen } from "./gcp-service-account-open.ts";

infraCases(gcpServiceAccountOpen, {
  fail: [
    `
resource "google_service_account_iam_member" "it" {
  service_account_id = "projects/acme/serviceAccounts/a@acme.iam.gserviceaccount.com"
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = "allUsers"
}
`,
    `
resource "google_service_account_iam_binding" "it" {
  service_account_id = "a"
  role               = "roles/iam.workloadIdentityUser"
  members            = ["principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/*"]
}
`,
    gcpSnapshot([
      "iam.googleapis.com/ServiceAccount",
      {
        name: "projects/acme/serviceAccounts/a@acme.iam.gserviceaccount.com",
        iamPolicy: {
          version: 3,
          bindings: [{ role: "roles/iam.serviceAccountUser", members: ["allAuthenticatedUsers"] }],
        },
      },
    ]),
  ],
  pass: [
    `
resource "google_service_account_iam_member" "it" {
  service_account_id = "a"
  role               = "roles/iam.workloadIdentityUser"
  member             = "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/attribute.repository/acme/ml"
}
`,
    gcpSnapshot([
      "iam.googleapis.com/ServiceAccount",
      {
        name: "projects/acme/serviceAccounts/a@acme.iam.gserviceaccount.com",
        iamPolicy: { etag: "ACAB" },
      },
    ]),
  ],
  unknown: [
    `
variable "who" {
  type = string
}
resource "google_service_account_iam_member" "it" {
  service_account_id = "a"
  role               = "roles/iam.serviceAccountUser"
  member             = var.who
}
`,
  ],
  refused: [
    gcpSnapshot([
      "iam.googleapis.com/ServiceAccount",
      {
        name: "projects/acme/serviceAccounts/a@acme.iam.gserviceaccount.com",
        iamPolicy: { $unread: "iam.serviceAccounts.getIamPolicy (403 PERMISSION_DENIED)" },
      },
    ]),
  ],
});
