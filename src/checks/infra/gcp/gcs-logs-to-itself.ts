import { mustLogElsewhere } from "../../../infra/gcp/self-logging.ts";
import { bucket } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

export const gcsLogsToItself = defineInfraCheck({
  meta: {
    id: "gcs-logs-to-itself",
    code: "PV-GCP-105",
    title: "A bucket keeps the log of its own access",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_63"],
    controls: ["CWE-778"],
    why: "Who may change the data may change the log of it.",
    mend: "Log to another bucket.",
    mends: {
      terraform: "logging {\n  log_bucket = google_storage_bucket.logs.name\n}",
      gcloud: "gcloud storage buckets update gs://{name} --log-bucket=gs://LOGS",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_storage_bucket" "it" {\n  name     = "acme-models"\n  location = "US"\n  logging {\n    log_bucket = "acme-models"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_storage_bucket" "it" {\n  name     = "acme-models"\n  location = "US"\n  logging {\n    log_bucket = "logs"\n  }\n}\n',
        },
      ],
    },
  },
  on: bucket,
  judge: ({ facts, resource }) => mustLogElsewhere(facts, resource),
});
