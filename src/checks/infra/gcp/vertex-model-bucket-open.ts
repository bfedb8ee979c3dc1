import { bucketOfModel } from "../../../infra/gcp/model-bucket.ts";
import { grantsOf, mustNotBeOpen } from "../../../infra/gcp/grants.ts";
import { model } from "../../../infra/types/gcp/vertex.ts";
import { defineInfraCheck } from "../define.ts";

export const vertexModelBucketOpen = defineInfraCheck({
  meta: {
    id: "vertex-model-bucket-open",
    code: "PV-GCP-062",
    title: "A model is loaded from a bucket that everybody reaches",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-732", "CWE-494", "ATLAS:AML.T0010.003", "ATLAS:AML.T0044", "OWASP-ML06:2023"],
    why: "Strangers take the model along, or put another in its place, which is loaded and run the next time it is deployed.",
    mend: "Take the grant off the bucket, and enforce public access prevention.",
    mends: { gcloud: "gcloud storage buckets update gs://BUCKET --public-access-prevention" },
    blind: "Access control lists of single objects, where the bucket has no uniform access.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/Model","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/models/1","body":{"name":"projects/123/locations/us-central1/models/1","artifactUri":"gs://acme-models/fraud/1"}}\n{"type":"storage.googleapis.com/Bucket","address":"//storage.googleapis.com/acme-models","body":{"name":"acme-models","iamPolicy":{"version":3,"bindings":[{"role":"roles/storage.objectViewer","members":["allUsers"]}]}}}\n',
        },
      ],
      clean: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/Model","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/models/1","body":{"name":"projects/123/locations/us-central1/models/1","artifactUri":"gs://acme-models/fraud/1"}}\n{"type":"storage.googleapis.com/Bucket","address":"//storage.googleapis.com/acme-models","body":{"name":"acme-models","iamPolicy":{"version":3,"bindings":[{"role":"roles/storage.objectViewer","members":["group:ml@example.com"]}]}}}\n',
        },
      ],
    },
  },
  on: model,
  judge: (it, cloud) => {
    const found = bucketOfModel(it, cloud);
    if (found === undefined || found.kind !== "bucket") return found;
    return mustNotBeOpen(grantsOf(found.bucket, cloud));
  },
});
