import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexJobDefaultAccount } from "./vertex-job-default-account.ts";

infraCases(vertexJobDefaultAccount, {
  fail: [
    gcpSnapshot([
      "aiplatform.googleapis.com/PipelineJob",
      {
        name: "projects/123/locations/us-central1/pipelineJobs/1",
        serviceAccount: "123-compute@developer.gserviceaccount.com",
      },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/PipelineJob",
      { name: "projects/123/locations/us-central1/pipelineJobs/1" },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/CustomJob",
      { name: "projects/123/locations/us-central1/customJobs/1", jobSpec: {} },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/CustomJob",
      {
        name: "projects/123/locations/us-central1/customJobs/1",
        jobSpec: { serviceAccount: "123-compute@developer.gserviceaccount.com" },
      },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/Schedule",
      {
        name: "projects/123/locations/us-central1/schedules/1",
        createPipelineJobRequest: {
          pipelineJob: { serviceAccount: "123-compute@developer.gserviceaccount.com" },
        },
      },
    ]),
  ],
  pass: [
    gcpSnapshot([
      "aiplatform.googleapis.com/PipelineJob",
      {
        name: "projects/123/locations/us-central1/pipelineJobs/1",
        serviceAccount: "train@acme.iam.gserviceaccount.com",
      },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/CustomJob",
      {
        name: "projects/123/locations/us-central1/customJobs/1",
        jobSpec: { serviceAccount: "train@acme.iam.gserviceaccount.com" },
      },
    ]),
  ],
  silent: [
    gcpSnapshot([
      "aiplatform.googleapis.com/Schedule",
      {
        name: "projects/123/locations/us-central1/schedules/1",
        createNotebookExecutionJobRequest: { parent: "p" },
      },
    ]),
  ],
});
