import { fail, pass, unknown } from "../../../infra/answer.ts";
import { namesOf } from "../../../infra/gcp/names.ts";
import { aiServices } from "../../../infra/gcp/perimeters.ts";
import { perimeter } from "../../../infra/types/gcp/project.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpPerimeterDryRun = defineInfraCheck({
  meta: {
    id: "gcp-perimeter-dry-run",
    code: "PV-GCP-023",
    title: "A service perimeter for AI is only tried, not enforced",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-693", "CWE-668", "ATLAS:AML.T0025"],
    why: "A dry run writes down what it would have refused and lets it through.",
    mend: "Enforce the perimeter when its dry run shows no more that is needed.",
    mends: {
      terraform:
        'status {\n  restricted_services = ["aiplatform.googleapis.com", "notebooks.googleapis.com", "storage.googleapis.com"]\n  resources           = ["projects/${google_project.this.number}"]\n}',
      gcloud: "gcloud access-context-manager perimeters dry-run enforce {name} --policy=POLICY",
    },
    references: ["https://cloud.google.com/vertex-ai/docs/general/vpc-service-controls"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_access_context_manager_service_perimeter" "it" {\n  parent = "accessPolicies/1"\n  name   = "accessPolicies/1/servicePerimeters/ml"\n  title  = "ml"\n  use_explicit_dry_run_spec = true\n  spec {\n    restricted_services = ["aiplatform.googleapis.com"]\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_access_context_manager_service_perimeter" "it" {\n  parent = "accessPolicies/1"\n  name   = "accessPolicies/1/servicePerimeters/ml"\n  title  = "ml"\n  status {\n    restricted_services = ["aiplatform.googleapis.com"]\n  }\n}\n',
        },
      ],
    },
  },
  on: perimeter,
  judge: ({ facts }) => {
    const tried = namesOf(facts.tried);
    const wanted = aiServices.filter((service) => tried.names.has(service));
    if (wanted.length === 0)
      return tried.cause === undefined ? pass : unknown(facts.tried.at, tried.cause);
    const enforced = namesOf(facts.restricted);
    const open = wanted.filter((service) => !enforced.names.has(service));
    if (open.length === 0) return pass;
    if (enforced.cause !== undefined) return unknown(facts.restricted.at, enforced.cause);
    return fail(facts.tried.at, { message: `${open.join(", ")} is only tried, not enforced` });
  },
});
