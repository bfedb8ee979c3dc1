import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexRagCorpusKey } from "./vertex-rag-corpus-key.ts";

infraCases(vertexRagCorpusKey, {
  fail: [
    gcpSnapshot([
      "aiplatform.googleapis.com/RagCorpus",
      { name: "projects/123/locations/us-central1/x/1" },
    ]),
  ],
  pass: [
    gcpSnapshot([
      "aiplatform.googleapis.com/RagCorpus",
      {
        name: "projects/123/locations/us-central1/x/1",
        encryptionSpec: { kmsKeyName: "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k" },
      },
    ]),
  ],
});
