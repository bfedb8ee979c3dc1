import { mustBeSet } from "../../../infra/answer.ts";
import { bucket } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

export const gcsNotLogged = defineInfraCheck({
  meta: {
    id: "gcs-not-logged",
    code: "PV-GCP-104",
    title: "Access to a bucket is not logged",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_62"],
    controls: ["CWE-778"],
    why: "When a model behaves strangely, nothing tells who read or changed its data.",
    mend: "Log to another bucket, or have Data Access logs of Cloud Storage.",
    mends: {
      terraform: "logging {\n  log_bucket = google_storage_bucket.logs.name\n}",
      gcloud: "gcloud storage buckets update gs://{name} --log-bucket=gs://LOGS",
    },
    blind: "Data Access audit logs of the project, which tell more.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_storage_bucket" "it" {\n  name     = "acme-models"\n  location = "US"\n}\n',
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
  judge: ({ facts }) => mustBeSet(facts.logBucket),
});
