import { mustBeSet, mustBeAbsent } from "../../../infra/answer.ts";
import { run } from "../../../infra/types/gcp/jobs.ts";
import { defineInfraCheck } from "../define.ts";

export const vertexPipelineKey = defineInfraCheck({
  meta: {
    id: "vertex-pipeline-key",
    code: "PV-GCP-054",
    title: "A pipeline is encrypted with a key of Google's",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-311", "ATLAS:AML.T0035"],
    why: "With a key of Google's nobody of yours can take access away: who reads what its steps hand on is not yours to say a second time.",
    mend: "Name a key of Cloud KMS when it is made; it can't be added later.",
    references: ["https://cloud.google.com/vertex-ai/docs/general/cmek"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/PipelineJob","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/x/1","body":{"name":"projects/123/locations/us-central1/x/1"}}\n',
        },
      ],
      clean: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/PipelineJob","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/pipelineJobs/1","body":{"name":"projects/123/locations/us-central1/pipelineJobs/1","encryptionSpec":{"kmsKeyName":"projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"}}}\n',
        },
      ],
    },
  },
  on: run,
  judge: ({ facts, resource }) =>
    /(?:Pipeline|Schedule)/.test(resource.type) && mustBeAbsent(facts.notebook).kind === "pass"
      ? mustBeSet(facts.key)
      : undefined,
});
