import { mustBeSet } from "../../../infra/answer.ts";
import { identityProvider } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpIdentityProviderOpen = defineInfraCheck({
  meta: {
    id: "gcp-identity-provider-open",
    code: "PV-GCP-010",
    title: "A workload identity provider lets in every identity of its issuer",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_118"],
    controls: ["CWE-287", "CWE-346"],
    why: "GitHub, GitLab and the like issue tokens to everybody: without a condition only the grants say whose are good, and one that is too wide lets strangers in.",
    mend: "Set an attribute condition on the organisation or repository.",
    mends: {
      terraform: "attribute_condition = \"assertion.repository_owner == 'acme'\"",
      gcloud:
        "gcloud iam workload-identity-pools providers update-oidc {name} --location=global --workload-identity-pool=POOL --attribute-condition=\"assertion.repository_owner == 'acme'\"",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_iam_workload_identity_pool_provider" "it" {\n  workload_identity_pool_id          = "ci"\n  workload_identity_pool_provider_id = "github"\n  oidc {\n    issuer_uri = "https://token.actions.githubusercontent.com"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_iam_workload_identity_pool_provider" "it" {\n  workload_identity_pool_id          = "ci"\n  workload_identity_pool_provider_id = "github"\n  attribute_condition                = "assertion.repository_owner == \'acme\'"\n  oidc {\n    issuer_uri = "https://token.actions.githubusercontent.com"\n  }\n}\n',
        },
      ],
    },
  },
  on: identityProvider,
  judge: ({ facts }) => mustBeSet(facts.condition),
});
