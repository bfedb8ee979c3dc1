import { mustBeSet } from "../../../infra/answer.ts";
import { model } from "../../../infra/types/gcp/vertex.ts";
import { defineInfraCheck } from "../define.ts";

export const vertexModelKey = defineInfraCheck({
  meta: {
    id: "vertex-model-key",
    code: "PV-GCP-050",
    title: "A model is encrypted with a key of Google's",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-311", "ATLAS:AML.T0035"],
    why: "With a key of Google's nobody of yours can take access away: who reads the model is not yours to say a second time.",
    mend: "Name a key of Cloud KMS when it is made; it can't be added later.",
    mends: {
      gcloud:
        "gcloud ai models upload --region={region} --display-name=NAME --artifact-uri=gs://BUCKET/PATH --container-image-uri=IMAGE --encryption-kms-key-name=KEY",
    },
    references: ["https://cloud.google.com/vertex-ai/docs/general/cmek"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/Model","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/x/1","body":{"name":"projects/123/locations/us-central1/x/1"}}\n',
        },
      ],
      clean: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/Model","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/x/1","body":{"name":"projects/123/locations/us-central1/x/1","encryptionSpec":{"kmsKeyName":"projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"}}}\n',
        },
      ],
    },
  },
  on: model,
  judge: ({ facts }) => mustBeSet(facts.key),
});
