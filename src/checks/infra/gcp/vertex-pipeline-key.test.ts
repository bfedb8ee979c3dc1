import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexPipelineKey } from "./vertex-pipeline-key.ts";

infraCases(vertexPipelineKey, {
  fail: [
    gcpSnapshot([
      "aiplatform.googleapis.com/PipelineJob",
      { name: "projects/123/locations/us-central1/x/1" },
    ]),
  ],
  pass: [
    gcpSnapshot([
      "aiplatform.googleapis.com/PipelineJob",
      {
        name: "projects/123/locations/us-central1/pipelineJobs/1",
        encryptionSpec: { kmsKeyName: "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k" },
      },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/Schedule",
      {
        name: "projects/123/locations/us-central1/schedules/1",
        createPipelineJobRequest: {
          pipelineJob: {
            encryptionSpec: {
              kmsKeyName: "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k",
            },
          },
        },
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
