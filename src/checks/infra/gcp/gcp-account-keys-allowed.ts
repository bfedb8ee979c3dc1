import { mustEnforce } from "../../../infra/gcp/org-policy.ts";
import { project } from "../../../infra/types/gcp/project.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpAccountKeysAllowed = defineInfraCheck({
  meta: {
    id: "gcp-account-keys-allowed",
    code: "PV-GCP-028",
    title: "Keys of service accounts may be made",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-522", "CWE-1188"],
    why: "A key file that anybody may make is one that somebody makes, and it does not expire.",
    mend: "Enforce the constraint iam.disableServiceAccountKeyCreation.",
    mends: {
      terraform:
        'resource "google_org_policy_policy" "keys" {\n  name   = "projects/PROJECT/policies/iam.disableServiceAccountKeyCreation"\n  parent = "projects/PROJECT"\n  spec {\n    rules {\n      enforce = "TRUE"\n    }\n  }\n}',
      gcloud:
        "gcloud resource-manager org-policies enable-enforce iam.disableServiceAccountKeyCreation --project={name}",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"cloudresourcemanager.googleapis.com/Project","address":"//cloudresourcemanager.googleapis.com/projects/123","body":{"name":"projects/123","projectId":"acme","ancestors":[],"iamPolicy":{"bindings":[]}}}\n',
        },
      ],
      clean: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"cloudresourcemanager.googleapis.com/Project","address":"//cloudresourcemanager.googleapis.com/projects/123","body":{"name":"projects/123","projectId":"acme","ancestors":[],"iamPolicy":{"bindings":[]},"orgPolicies":{"iamDisableServiceAccountKeyCreation":{"rules":[{"enforce":true}]}}}}\n',
        },
      ],
    },
  },
  on: project,
  judge: ({ facts, resource }) =>
    resource.dialect === "gcp" ? mustEnforce(facts.noKeys, resource.at) : undefined,
});
