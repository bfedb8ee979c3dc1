import { must } from "../../../infra/answer.ts";
import { model } from "../../../infra/types/gcp/vertex.ts";
import { defineInfraCheck } from "../define.ts";

export const vertexModelImageUnpinned = defineInfraCheck({
  meta: {
    id: "vertex-model-image-unpinned",
    code: "PV-GCP-063",
    title: "The image that serves a model can be exchanged under its tag",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-494", "ATLAS:AML.T0010.004"],
    why: "Who can push to the repository decides what runs behind the endpoint at its next start.",
    mend: "Name the image by its digest.",
    mends: {
      gcloud:
        "gcloud ai models upload --region={region} --display-name=NAME --container-image-uri=REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE@sha256:DIGEST",
    },
    blind: "Images that Google builds, which it keeps and scans.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/Model","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/models/1","body":{"name":"projects/123/locations/us-central1/models/1","containerSpec":{"imageUri":"us-docker.pkg.dev/acme/ml/server:latest"}}}\n',
        },
      ],
      clean: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/Model","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/models/1","body":{"name":"projects/123/locations/us-central1/models/1","containerSpec":{"imageUri":"us-docker.pkg.dev/acme/ml/server@sha256:0123"}}}\n',
        },
      ],
    },
  },
  on: model,
  judge: ({ facts }) =>
    facts.image.kind === "absent"
      ? undefined
      : must(
          facts.image,
          (image) =>
            image.includes("@sha256:") ||
            /^(?:[a-z]+-docker\.pkg\.dev\/(?:vertex-ai|deeplearning-platform-release)|gcr\.io\/cloud-aiplatform)\//.test(
              image,
            ),
        ),
});
