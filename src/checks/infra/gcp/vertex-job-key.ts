import { mustBeSet } from "../../../infra/answer.ts";
import { storedJob } from "../../../infra/types/gcp/jobs.ts";
import { defineInfraCheck } from "../define.ts";

export const vertexJobKey = defineInfraCheck({
  meta: {
    id: "vertex-job-key",
    code: "PV-GCP-053",
    title: "A job of Vertex AI is encrypted with a key of Google's",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-311", "ATLAS:AML.T0035"],
    why: "With a key of Google's nobody of yours can take access away: who reads what the job wrote to its disks is not yours to say a second time.",
    mend: "Name a key of Cloud KMS when it is made; it can't be added later.",
    references: ["https://cloud.google.com/vertex-ai/docs/general/cmek"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/CustomJob","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/customJobs/1","body":{"name":"projects/123/locations/us-central1/customJobs/1","jobSpec":{}}}\n',
        },
      ],
      clean: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/CustomJob","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/customJobs/1","body":{"name":"projects/123/locations/us-central1/customJobs/1","jobSpec":{},"encryptionSpec":{"kmsKeyName":"projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"}}}\n',
        },
      ],
    },
  },
  on: storedJob,
  judge: ({ facts }) => mustBeSet(facts.key),
});
