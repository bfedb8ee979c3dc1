import { mustPreventPublic } from "../../../infra/gcp/prevention.ts";
import { bucket } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

export const gcsPublicAccessAllowed = defineInfraCheck({
  meta: {
    id: "gcs-public-access-allowed",
    code: "PV-GCP-107",
    title: "A bucket may be made public",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_114"],
    controls: ["CWE-1188", "CWE-732"],
    why: "One grant by mistake, and everybody reads it; prevention makes such a grant of no effect.",
    mend: "Enforce public access prevention.",
    mends: {
      terraform: 'public_access_prevention = "enforced"',
      gcloud: "gcloud storage buckets update gs://{name} --public-access-prevention",
    },
    blind:
      "The organisation's constraint storage.publicAccessPrevention, where only Terraform is read.",
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
          code: 'resource "google_storage_bucket" "it" {\n  name     = "acme-models"\n  location = "US"\n  public_access_prevention = "enforced"\n}\n',
        },
      ],
    },
  },
  on: bucket,
  judge: ({ facts: { prevention }, resource }, cloud) =>
    mustPreventPublic({ prevention, resource }, cloud),
});
