import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexModelImageUnpinned } from "./vertex-model-image-unpinned.ts";

infraCases(vertexModelImageUnpinned, {
  fail: [
    gcpSnapshot([
      "aiplatform.googleapis.com/Model",
      {
        name: "projects/123/locations/us-central1/models/1",
        containerSpec: { imageUri: "us-docker.pkg.dev/acme/ml/server:latest" },
      },
    ]),
  ],
  pass: [
    gcpSnapshot([
      "aiplatform.googleapis.com/Model",
      {
        name: "projects/123/locations/us-central1/models/1",
        containerSpec: { imageUri: "us-docker.pkg.dev/acme/ml/server@sha256:0123" },
      },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/Model",
      {
        name: "projects/123/locations/us-central1/models/1",
        containerSpec: {
          imageUri: "us-docker.pkg.dev/vertex-ai/prediction/sklearn-cpu.1-5:latest",
        },
      },
    ]),
  ],
  silent: [
    gcpSnapshot([
      "aiplatform.googleapis.com/Model",
      { name: "projects/123/locations/us-central1/models/1" },
    ]),
  ],
});
