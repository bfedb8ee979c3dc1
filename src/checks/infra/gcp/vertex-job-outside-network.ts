import { any, mustBeAbsent, mustBeSet } from "../../../infra/answer.ts";
import { run } from "../../../infra/types/gcp/jobs.ts";
import { defineInfraCheck } from "../define.ts";

export const vertexJobOutsideNetwork = defineInfraCheck({
  meta: {
    id: "vertex-job-outside-network",
    code: "PV-GCP-058",
    title: "A job or pipeline runs outside of your network",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-923", "ATLAS:AML.T0025"],
    why: "What the code connects to is neither limited nor recorded by your firewalls and flow logs.",
    mend: "Give the job a peered network or a Private Service Connect interface.",
    mends: {
      gcloud:
        "gcloud ai custom-jobs create --region={region} --display-name=NAME --config=job.yaml --network=projects/NUMBER/global/networks/NETWORK",
    },
    blind: "A service perimeter, which limits Google's own services whatever the network is.",
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
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/CustomJob","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/customJobs/1","body":{"name":"projects/123/locations/us-central1/customJobs/1","jobSpec":{"network":"projects/123/global/networks/ml"}}}\n',
        },
      ],
    },
  },
  on: run,
  judge: ({ facts }) =>
    mustBeAbsent(facts.notebook).kind !== "pass"
      ? undefined
      : any(mustBeSet(facts.network), mustBeSet(facts.pscInterface)),
});
