import { mustBe } from "../../../infra/answer.ts";
import { bucket } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

export const gcsNotVersioned = defineInfraCheck({
  meta: {
    id: "gcs-not-versioned",
    code: "PV-GCP-106",
    title: "A bucket keeps no versions of its objects",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_78"],
    controls: ["CWE-353", "ATLAS:AML.T0020", "OWASP-ML02:2023"],
    why: "Data that was poisoned or a model that was exchanged can be neither seen nor taken back.",
    mend: "Keep versions.",
    mends: {
      terraform: "versioning {\n  enabled = true\n}",
      gcloud: "gcloud storage buckets update gs://{name} --versioning",
    },
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
          code: 'resource "google_storage_bucket" "it" {\n  name     = "acme-models"\n  location = "US"\n  versioning {\n    enabled = true\n  }\n}\n',
        },
      ],
    },
  },
  on: bucket,
  judge: ({ facts }) => mustBe(facts.versioning, true),
});
