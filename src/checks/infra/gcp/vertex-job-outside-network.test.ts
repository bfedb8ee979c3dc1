import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexJobOutsideNetwork } from "./vertex-job-outside-network.ts";

infraCases(vertexJobOutsideNetwork, {
  fail: [
    gcpSnapshot([
      "aiplatform.googleapis.com/CustomJob",
      { name: "projects/123/locations/us-central1/customJobs/1", jobSpec: {} },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/PipelineJob",
      { name: "projects/123/locations/us-central1/pipelineJobs/1" },
    ]),
  ],
  pass: [
    gcpSnapshot([
      "aiplatform.googleapis.com/CustomJob",
      {
        name: "projects/123/locations/us-central1/customJobs/1",
        jobSpec: { network: "projects/123/global/networks/ml" },
      },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/PipelineJob",
      {
        name: "projects/123/locations/us-central1/pipelineJobs/1",
        pscInterfaceConfig: { networkAttachment: "a" },
      },
    ]),
  ],
});
