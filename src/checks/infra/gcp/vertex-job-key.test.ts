import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexJobKey } from "./vertex-job-key.ts";

infraCases(vertexJobKey, {
  fail: [
    gcpSnapshot([
      "aiplatform.googleapis.com/CustomJob",
      { name: "projects/123/locations/us-central1/customJobs/1", jobSpec: {} },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/TuningJob",
      { name: "projects/123/locations/us-central1/tuningJobs/1" },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/BatchPredictionJob",
      { name: "projects/123/locations/us-central1/batchPredictionJobs/1" },
    ]),
  ],
  pass: [
    gcpSnapshot([
      "aiplatform.googleapis.com/CustomJob",
      {
        name: "projects/123/locations/us-central1/customJobs/1",
        jobSpec: {},
        encryptionSpec: { kmsKeyName: "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k" },
      },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/TrainingPipeline",
      {
        name: "projects/123/locations/us-central1/trainingPipelines/1",
        encryptionSpec: { kmsKeyName: "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k" },
      },
    ]),
  ],
});
