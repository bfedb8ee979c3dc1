import { all, must } from "../../../infra/answer.ts";
import { mustNameNobody } from "../../../infra/gcp/acl.ts";
import { bucketAcl } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

export const gcsAclPublic = defineInfraCheck({
  meta: {
    id: "gcs-acl-public",
    code: "PV-GCP-102",
    title: "An access control list lets everybody in",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-732", "CWE-284", "ATLAS:AML.T0035"],
    why: "Lists of buckets and objects hold beside the policy, and no look at the policy shows them.",
    mend: "Switch uniform bucket-level access on, and drop the list.",
    mends: {
      terraform: "uniform_bucket_level_access = true",
      gcloud: "gcloud storage buckets update gs://{name} --uniform-bucket-level-access",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_storage_bucket_access_control" "it" {\n  bucket = "acme-models"\n  role   = "READER"\n  entity = "allUsers"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_storage_bucket_access_control" "it" {\n  bucket = "acme-models"\n  role   = "READER"\n  entity = "user-a@example.com"\n}\n',
        },
      ],
    },
  },
  on: bucketAcl,
  judge: ({ facts }) =>
    all(
      must(facts.entity, (entity) => !/^all(?:Authenticated)?Users$/.test(entity), {
        absent: true,
      }),
      must(facts.predefined, (name) => !/^(?:public|authenticated)Read/i.test(name), {
        absent: true,
      }),
      mustNameNobody(facts.entities),
    ),
});
