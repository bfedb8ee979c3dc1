import { fail, pass, unknown } from "../../../infra/answer.ts";
import { namesOf } from "../../../infra/gcp/names.ts";
import { aiServices } from "../../../infra/gcp/perimeters.ts";
import { perimeter } from "../../../infra/types/gcp/project.ts";
import { defineInfraCheck } from "../define.ts";

/** Perimeters that keep in neither Vertex AI nor notebooks are for something else. */
export const gcpPerimeterAiServices = defineInfraCheck({
  meta: {
    id: "gcp-perimeter-ai-services",
    code: "PV-GCP-024",
    title: "A service perimeter keeps in only a part of what AI needs",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-693", "CWE-668", "ATLAS:AML.T0025"],
    why: "What is kept in by one door leaves by the next: models lie in buckets, and notebooks read both.",
    mend: "Restrict aiplatform, notebooks and storage together.",
    mends: {
      terraform:
        'restricted_services = [\n  "aiplatform.googleapis.com",\n  "notebooks.googleapis.com",\n  "storage.googleapis.com",\n]',
      gcloud:
        "gcloud access-context-manager perimeters update {name} --policy=POLICY \\\n  --add-restricted-services=aiplatform.googleapis.com,notebooks.googleapis.com,storage.googleapis.com",
    },
    references: ["https://cloud.google.com/vertex-ai/docs/general/vpc-service-controls"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_access_context_manager_service_perimeter" "it" {\n  parent = "accessPolicies/1"\n  name   = "accessPolicies/1/servicePerimeters/ml"\n  title  = "ml"\n  status {\n    restricted_services = ["aiplatform.googleapis.com"]\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_access_context_manager_service_perimeter" "it" {\n  parent = "accessPolicies/1"\n  name   = "accessPolicies/1/servicePerimeters/ml"\n  title  = "ml"\n  status {\n    restricted_services = ["aiplatform.googleapis.com", "notebooks.googleapis.com", "storage.googleapis.com"]\n  }\n}\n',
        },
      ],
    },
  },
  on: perimeter,
  judge: ({ facts }) => {
    const { names, cause } = namesOf(facts.restricted);
    const open = aiServices.filter((service) => !names.has(service));
    if (open.length === 0) return pass;
    if (cause !== undefined) return unknown(facts.restricted.at, cause);
    if (!names.has("aiplatform.googleapis.com") && !names.has("notebooks.googleapis.com"))
      return undefined;
    return fail(facts.restricted.at, {
      message: `The perimeter does not restrict ${open.join(", ")}`,
    });
  },
});
