import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpDefaultGrantsOn } from "./gcp-default-grants-on.ts";

infraCases(gcpDefaultGrantsOn, {
  fail: [
    gcpSnapshot([
      "cloudresourcemanager.googleapis.com/Project",
      { name: "projects/123", projectId: "acme", ancestors: [], iamPolicy: { bindings: [] } },
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
        orgPolicies: {
          iamAutomaticIamGrantsForDefaultServiceAccounts: { rules: [{ enforce: true }] },
        },
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
          iamAutomaticIamGrantsForDefaultServiceAccounts: {
            $unread: "orgpolicy.policy.get (403 PERMISSION_DENIED)",
          },
        },
      },
    ]),
  ],
});
