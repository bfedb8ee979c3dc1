import { grantsOf, mustNotGrant } from "../../../infra/gcp/grants.ts";
import { isPublic } from "../../../infra/gcp/members.ts";
import { weighedByPrevention } from "../../../infra/gcp/prevention.ts";
import { bucketAccess } from "../../../infra/types/gcp/access.ts";
import { bucketOf, wayByGrant } from "../../../infra/gcp/ways.ts";
import { defineInfraCheck } from "../define.ts";

/** Public access prevention makes such a grant of no effect, but only as long as it is there. */
export const gcsPublic = defineInfraCheck({
  meta: {
    id: "gcs-public",
    code: "PV-GCP-100",
    title: "Everybody on the internet reaches a bucket",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_28"],
    controls: ["CWE-732", "CWE-284", "ATLAS:AML.T0035", "ATLAS:AML.T0020"],
    why: "Strangers take data and models along; where they may write, they poison what you train on or exchange what you serve.",
    mend: "Take the grant away, and enforce public access prevention.",
    mends: {
      terraform: 'member = "group:ml-team@example.com"',
      gcloud: "gcloud storage buckets update gs://{name} --public-access-prevention",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_storage_bucket_iam_member" "it" {\n  bucket = "acme-models"\n  role   = "roles/storage.objectViewer"\n  member = "allUsers"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_storage_bucket_iam_member" "it" {\n  bucket = "acme-models"\n  role   = "roles/storage.objectViewer"\n  member = "group:ml@example.com"\n}\n',
        },
      ],
    },
  },
  on: bucketAccess,
  judge: (it, cloud) =>
    weighedByPrevention(
      mustNotGrant(grantsOf(it, cloud), {
        member: isPublic,
        way: wayByGrant(it, bucketOf(it, cloud)),
      }),
      it,
      cloud,
    ),
});
