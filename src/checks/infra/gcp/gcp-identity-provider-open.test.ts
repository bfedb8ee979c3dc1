import { infraCases } from "../../../testing/infra-cases.ts";
import { gcpIdentityProviderOpen } from "./gcp-identity-provider-open.ts";

infraCases(gcpIdentityProviderOpen, {
  fail: [
    `
resource "google_iam_workload_identity_pool_provider" "it" {
  workload_identity_pool_id          = "ci"
  workload_identity_pool_provider_id = "github"
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}
`,
  ],
  pass: [
    `
resource "google_iam_workload_identity_pool_provider" "it" {
  workload_identity_pool_id          = "ci"
  workload_identity_pool_provider_id = "github"
  attribute_condition                = "assertion.repository_owner == 'acme'"
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}
`,
  ],
  unknown: [
    `
variable "strict" {
  type = bool
}
resource "google_iam_workload_identity_pool_provider" "it" {
  workload_identity_pool_id          = "ci"
  workload_identity_pool_provider_id = "github"
  attribute_condition                = var.strict ? "assertion.x == 'y'" : null
}
`,
  ],
});
