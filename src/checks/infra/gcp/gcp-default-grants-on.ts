import { mustEnforce } from "../../../infra/gcp/org-policy.ts";
import { project } from "../../../infra/types/gcp/project.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpDefaultGrantsOn = defineInfraCheck({
  meta: {
    id: "gcp-default-grants-on",
    code: "PV-GCP-029",
    title: "Default service accounts become editors by themselves",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-1188", "CWE-250"],
    why: "The first time Compute Engine is switched on, its account may change everything in the project, and notebooks and pipelines run as it.",
    mend: "Enforce the constraint iam.automaticIamGrantsForDefaultServiceAccounts.",
    mends: {
      gcloud:
        "gcloud resource-manager org-policies enable-enforce iam.automaticIamGrantsForDefaultServiceAccounts --project={name}",
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
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"cloudresourcemanager.googleapis.com/Project","address":"//cloudresourcemanager.googleapis.com/projects/123","body":{"name":"projects/123","projectId":"acme","ancestors":[],"iamPolicy":{"bindings":[]},"orgPolicies":{"iamAutomaticIamGrantsForDefaultServiceAccounts":{"rules":[{"enforce":true}]}}}}\n',
        },
      ],
    },
  },
  on: project,
  judge: ({ facts, resource }) =>
    resource.dialect === "gcp" ? mustEnforce(facts.noDefaultGrants, resource.at) : undefined,
});
