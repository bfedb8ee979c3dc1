import { mustBe } from "../../../infra/answer.ts";
import { endpoint } from "../../../infra/types/gcp/vertex.ts";
import { defineInfraCheck } from "../define.ts";

export const vertexEndpointUnlogged = defineInfraCheck({
  meta: {
    id: "vertex-endpoint-unlogged",
    code: "PV-GCP-042",
    title: "What an endpoint is asked and answers is not kept",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-778", "ATLAS:AML.T0024", "OWASP-ML05:2023"],
    why: "Without requests and answers nobody sees that a model is copied by its own answers, or fooled.",
    mend: "Log requests and answers to BigQuery, all or a sample.",
    mends: {
      terraform:
        'predict_request_response_logging_config {\n  enabled       = true\n  sampling_rate = 1\n  bigquery_destination {\n    output_uri = "bq://PROJECT.DATASET.TABLE"\n  }\n}',
      gcloud:
        'curl -X PATCH -H "Authorization: Bearer $(gcloud auth print-access-token)" -H \'Content-Type: application/json\' \\\n  \'https://{region}-aiplatform.googleapis.com/v1/projects/{account}/locations/{region}/endpoints/{name}?updateMask=predictRequestResponseLoggingConfig\' \\\n  -d \'{"predictRequestResponseLoggingConfig": {"enabled": true, "samplingRate": 1, "bigqueryDestination": {"outputUri": "bq://PROJECT.DATASET.TABLE"}}}\'',
    },
    blind: "Logs that the model server writes itself.",
    references: ["https://cloud.google.com/vertex-ai/docs/predictions/online-prediction-logging"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_endpoint" "it" {\n  name         = "e"\n  display_name = "e"\n  location     = "us-central1"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_vertex_ai_endpoint" "it" {\n  name         = "e"\n  display_name = "e"\n  location     = "us-central1"\n  predict_request_response_logging_config {\n    enabled       = true\n    sampling_rate = 1\n  }\n}\n',
        },
      ],
    },
  },
  on: endpoint,
  judge: ({ facts }) => mustBe(facts.logging, true),
});
