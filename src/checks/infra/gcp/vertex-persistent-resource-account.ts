import { all, mustBe } from "../../../infra/answer.ts";
import { mustHaveOwnAccount } from "../../../infra/gcp/accounts.ts";
import { persistentResource } from "../../../infra/types/gcp/jobs.ts";
import { defineInfraCheck } from "../define.ts";

export const vertexPersistentResourceAccount = defineInfraCheck({
  meta: {
    id: "vertex-persistent-resource-account",
    code: "PV-GCP-059",
    title: "Machines kept for jobs run as a shared service agent",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-250", "CWE-1188"],
    why: "Every job on the machines has the roles of one agent, which reads every bucket of the project.",
    mend: "Make the persistent resource with a service account of its own.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/PersistentResource","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/persistentResources/1","body":{"name":"projects/123/locations/us-central1/persistentResources/1"}}\n',
        },
      ],
      clean: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/PersistentResource","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/persistentResources/1","body":{"name":"projects/123/locations/us-central1/persistentResources/1","resourceRuntimeSpec":{"serviceAccountSpec":{"enableCustomServiceAccount":true,"serviceAccount":"train@acme.iam.gserviceaccount.com"}}}}\n',
        },
      ],
    },
  },
  on: persistentResource,
  judge: ({ facts }) =>
    all(
      mustBe(facts.customAccount, true),
      facts.serviceAccount.kind === "absent"
        ? { kind: "pass" }
        : mustHaveOwnAccount(facts.serviceAccount),
    ),
});
