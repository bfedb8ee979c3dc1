import { fail, mustBeAbsent } from "../../../infra/answer.ts";
import { mustHaveOwnAccount } from "../../../infra/gcp/accounts.ts";
import { run } from "../../../infra/types/gcp/jobs.ts";
import { defineInfraCheck } from "../define.ts";

/** Pipelines that name no account run as that of Compute Engine; custom jobs as a service agent of Vertex AI that reads every bucket of the project. */
export const vertexJobDefaultAccount = defineInfraCheck({
  meta: {
    id: "vertex-job-default-account",
    code: "PV-GCP-057",
    title: "A job or pipeline runs as a default service account",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-250", "CWE-1188", "ATLAS:AML.T0012"],
    why: "The default account of Compute Engine is mostly Editor: a bad package in one training image has the whole project.",
    mend: "Give each job a service account with the roles of what it does.",
    mends: {
      gcloud:
        "gcloud ai custom-jobs create --region={region} --display-name=NAME --config=job.yaml --service-account=ACCOUNT",
    },
    references: ["https://cloud.google.com/vertex-ai/docs/general/custom-service-account"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/PipelineJob","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/pipelineJobs/1","body":{"name":"projects/123/locations/us-central1/pipelineJobs/1","serviceAccount":"123-compute@developer.gserviceaccount.com"}}\n',
        },
      ],
      clean: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/PipelineJob","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/pipelineJobs/1","body":{"name":"projects/123/locations/us-central1/pipelineJobs/1","serviceAccount":"train@acme.iam.gserviceaccount.com"}}\n',
        },
      ],
    },
  },
  on: run,
  judge: ({ facts, resource }) => {
    if (mustBeAbsent(facts.notebook).kind !== "pass") return undefined;
    if (facts.serviceAccount.kind !== "absent") return mustHaveOwnAccount(facts.serviceAccount);
    return /(?:Pipeline|Schedule)/.test(resource.type)
      ? fail(resource.at, {
          message: "The pipeline names no account, and so runs as that of Compute Engine",
        })
      : fail(resource.at, {
          message:
            "The job names no account, and so runs as one that reads every bucket of the project",
          severity: "low",
        });
  },
});
