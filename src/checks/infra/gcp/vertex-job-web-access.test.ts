import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexJobWebAccess } from "./vertex-job-web-access.ts";

infraCases(vertexJobWebAccess, {
  fail: [
    gcpSnapshot([
      "aiplatform.googleapis.com/CustomJob",
      {
        name: "projects/123/locations/us-central1/customJobs/1",
        jobSpec: { enableWebAccess: true },
      },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/HyperparameterTuningJob",
      {
        name: "projects/123/locations/us-central1/hyperparameterTuningJobs/1",
        trialJobSpec: { enableWebAccess: true },
      },
    ]),
  ],
  pass: [
    gcpSnapshot([
      "aiplatform.googleapis.com/CustomJob",
      { name: "projects/123/locations/us-central1/customJobs/1", jobSpec: {} },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/CustomJob",
      {
        name: "projects/123/locations/us-central1/customJobs/1",
        jobSpec: { enableWebAccess: false },
      },
    ]),
  ],
});
