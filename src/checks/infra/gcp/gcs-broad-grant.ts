import { grantsOf, mustNotGrant } from "../../../infra/gcp/grants.ts";
import { isBroad, isPublic } from "../../../infra/gcp/members.ts";
import { holds } from "../../../infra/gcp/word.ts";
import { bucketAccess } from "../../../infra/types/gcp/access.ts";
import { defineInfraCheck } from "../define.ts";

export const gcsBroadGrant = defineInfraCheck({
  meta: {
    id: "gcs-broad-grant",
    code: "PV-GCP-101",
    title: "A whole domain, pool or project reaches a bucket",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-732", "CWE-269", "ATLAS:AML.T0035", "ATLAS:AML.T0025"],
    why: "One account of many is enough to take the data along or to poison it.",
    mend: "Grant it to a group of those who work with the data.",
    mends: {
      terraform: 'member = "group:ml-team@example.com"',
      gcloud:
        "gcloud storage buckets remove-iam-policy-binding gs://{name} --member=MEMBER --role=ROLE",
    },
    blind:
      "The convenience grants to a project's owners, editors and viewers that every bucket is made with.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_storage_bucket_iam_member" "it" {\n  bucket = "acme-models"\n  role   = "roles/storage.objectAdmin"\n  member = "domain:example.com"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_storage_bucket_iam_member" "it" {\n  bucket = "acme-models"\n  role   = "roles/storage.objectAdmin"\n  member = "group:ml@example.com"\n}\n',
        },
      ],
    },
  },
  on: bucketAccess,
  judge: (it, cloud) =>
    mustNotGrant(grantsOf(it, cloud), {
      member: isBroad,
      except: ({ member }) => holds(member, isPublic) === true,
    }),
});
