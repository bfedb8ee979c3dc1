import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpAccountKeysAllowed } from "./gcp-account-keys-allowed.ts";

infraCases(gcpAccountKeysAllowed, {
  fail: [
    gcpSnapshot([
      "cloudresourcemanager.googleapis.com/Project",
      { name: "projects/123", projectId: "acme", ancestors: [], iamPolicy: { bindings: [] } },
    ]),
    gcpSnapshot([
      "cloudresourcemanager.googleapis.com/Project",
      {
        name: "projects/123",
        projectId: "acme",
        ancestors: [],
        iamPolicy: { bindings: [] },
        orgPolicies: { iamDisableServiceAccountKeyCreation: { rules: [{ enforce: false }] } },
      },
    ]),
  ],
  pass: [
    gcpSnapshot([
      "cloudresourcemanager.googleapis.com/Project",
      {
        name: "projects/123",
        projectId: "acme",
        ancestors: [],
        iamPolicy: { bindings: [] },
        orgPolicies: { iamDisableServiceAccountKeyCreation: { rules: [{ enforce: true }] } },
      },
    ]),
  ],
  refused: [
    gcpSnapshot([
      "cloudresourcemanager.googleapis.com/Project",
      {
        name: "projects/123",
        projectId: "acme",
        ancestors: [],
        iamPolicy: { bindings: [] },
        orgPolicies: {
          iamDisableServiceAccountKeyCreation: {
            $unread: "orgpolicy.policy.get (403 PERMISSION_DENIED)",
          },
        },
      },
    ]),
  ],
});
