import { fail, mustBe } from "../../../infra/answer.ts";
import { holdsModel } from "../../../infra/gcp/model-bucket.ts";
import { bucket } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

/** Buckets without a retention policy are asked only where a model is loaded from them. */
export const gcsModelBucketUnlocked = defineInfraCheck({
  meta: {
    id: "gcs-model-bucket-unlocked",
    code: "PV-GCP-109",
    title: "What must be kept in a bucket can be deleted all the same",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-693", "ATLAS:AML.T0020", "OWASP-ML06:2023"],
    why: "Who has the right of an administrator deletes or exchanges the model; a locked retention policy says no even to them.",
    mend: "Set a retention policy, and lock it when it is right: that cannot be undone.",
    mends: {
      terraform: "retention_policy {\n  retention_period = 2592000\n  is_locked        = true\n}",
      gcloud:
        "gcloud storage buckets update gs://{name} --retention-period=30d\ngcloud storage buckets update gs://{name} --lock-retention-period",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_storage_bucket" "it" {\n  name     = "acme-models"\n  location = "US"\n  retention_policy {\n    retention_period = 86400\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_storage_bucket" "it" {\n  name     = "acme-models"\n  location = "US"\n  retention_policy {\n    retention_period = 86400\n    is_locked        = true\n  }\n}\n',
        },
      ],
    },
  },
  on: bucket,
  judge: (it, cloud) => {
    const { retention, isLocked } = it.facts;
    if (retention.kind !== "absent") return mustBe(isLocked, true);
    return holdsModel(it.facts.name, cloud)
      ? fail(it.resource.at, {
          message: "A model is loaded from the bucket, which keeps nothing for good",
        })
      : undefined;
  },
});
