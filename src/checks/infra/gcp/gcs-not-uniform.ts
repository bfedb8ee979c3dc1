import { mustBe } from "../../../infra/answer.ts";
import { bucket } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

export const gcsNotUniform = defineInfraCheck({
  meta: {
    id: "gcs-not-uniform",
    code: "PV-GCP-103",
    title: "Access to a bucket is decided object by object",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_29"],
    controls: ["CWE-1220", "CWE-732"],
    why: "Who uploads an object says who reads it, and no policy of the bucket shows that.",
    mend: "Switch uniform bucket-level access on.",
    mends: {
      terraform: "uniform_bucket_level_access = true",
      gcloud: "gcloud storage buckets update gs://{name} --uniform-bucket-level-access",
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
          code: 'resource "google_storage_bucket" "it" {\n  name     = "acme-models"\n  location = "US"\n  uniform_bucket_level_access = true\n}\n',
        },
      ],
    },
  },
  on: bucket,
  judge: ({ facts }) => mustBe(facts.uniform, true),
});
