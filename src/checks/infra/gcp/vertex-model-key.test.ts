import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexModelKey } from "./vertex-model-key.ts";

infraCases(vertexModelKey, {
  fail: [
    gcpSnapshot([
      "aiplatform.googleapis.com/Model",
      { name: "projects/123/locations/us-central1/x/1" },
    ]),
  ],
  pass: [
    gcpSnapshot([
      "aiplatform.googleapis.com/Model",
      {
        name: "projects/123/locations/us-central1/x/1",
        encryptionSpec: { kmsKeyName: "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k" },
      },
    ]),
  ],
});
