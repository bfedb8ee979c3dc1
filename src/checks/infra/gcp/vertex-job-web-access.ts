import { mustBe } from "../../../infra/answer.ts";
import { customJob } from "../../../infra/types/gcp/jobs.ts";
import { defineInfraCheck } from "../define.ts";

/** In a job that has ended nobody logs in any more; the next one of its kind is what it warns of. */
export const vertexJobWebAccess = defineInfraCheck({
  meta: {
    id: "vertex-job-web-access",
    code: "PV-GCP-056",
    title: "A training job lets people log in while it runs",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-489", "CWE-749", "ATLAS:AML.T0035"],
    why: "An interactive shell runs as the job's account: it reads its data and leaves a changed model behind, and no one reviews what is typed.",
    mend: "Leave enableWebAccess off, except while you look for a fault.",
    mends: {
      gcloud:
        "gcloud ai custom-jobs create --region={region} --display-name=NAME --config=job.yaml  # without --enable-web-access",
    },
    references: [
      "https://cloud.google.com/vertex-ai/docs/training/monitor-debug-interactive-shell",
    ],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/CustomJob","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/customJobs/1","body":{"name":"projects/123/locations/us-central1/customJobs/1","jobSpec":{"enableWebAccess":true}}}\n',
        },
      ],
      clean: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/CustomJob","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/customJobs/1","body":{"name":"projects/123/locations/us-central1/customJobs/1","jobSpec":{}}}\n',
        },
      ],
    },
  },
  on: customJob,
  judge: ({ facts: { state, webAccess } }) => {
    const isOver =
      state.kind === "known" &&
      /^JOB_STATE_(?:SUCCEEDED|FAILED|CANCELLED|EXPIRED|PARTIALLY_SUCCEEDED)$/.test(state.value);
    return mustBe(webAccess, false, isOver ? { severity: "low" } : {});
  },
});
