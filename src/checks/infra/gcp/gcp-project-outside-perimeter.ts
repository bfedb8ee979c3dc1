import { usesAi } from "../../../infra/gcp/uses.ts";
import { mustBeWithinPerimeter } from "../../../infra/gcp/protected.ts";
import { project } from "../../../infra/types/gcp/project.ts";
import { defineInfraCheck } from "../define.ts";

/** A dry run only writes down what it would refuse, and a bridge only opens; neither keeps anything in. */
export const gcpProjectOutsidePerimeter = defineInfraCheck({
  meta: {
    id: "gcp-project-outside-perimeter",
    code: "PV-GCP-022",
    title: "No service perimeter keeps models and their data in",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-668", "CWE-923", "ATLAS:AML.T0025"],
    why: "With a stolen token a model or data set is copied from anywhere to anywhere; IAM alone does not ask from where.",
    mend: "Put the project into an enforced regular perimeter that restricts aiplatform, notebooks and storage together.",
    mends: {
      terraform:
        'resource "google_access_context_manager_service_perimeter_resource" "this" {\n  perimeter_name = google_access_context_manager_service_perimeter.ml.name\n  resource       = "projects/${google_project.this.number}"\n}',
      gcloud:
        "gcloud access-context-manager perimeters update PERIMETER --policy=POLICY \\\n  --add-resources=projects/NUMBER \\\n  --add-restricted-services=aiplatform.googleapis.com,notebooks.googleapis.com,storage.googleapis.com",
    },
    blind: "Whether access levels and rules of the perimeter are as narrow as they could be.",
    references: ["https://cloud.google.com/vertex-ai/docs/general/vpc-service-controls"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"cloudresourcemanager.googleapis.com/Project","address":"//cloudresourcemanager.googleapis.com/projects/123","body":{"name":"projects/123","projectId":"acme","ancestors":["organizations/9"],"iamPolicy":{"bindings":[]}}}\n{"type":"aiplatform.googleapis.com/Endpoint","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/endpoints/1","body":{"name":"projects/123/locations/us-central1/endpoints/1"}}\n',
        },
      ],
      clean: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"cloudresourcemanager.googleapis.com/Project","address":"//cloudresourcemanager.googleapis.com/projects/123","body":{"name":"projects/123","projectId":"acme","ancestors":["organizations/9"],"iamPolicy":{"bindings":[]}}}\n{"type":"aiplatform.googleapis.com/Endpoint","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/endpoints/1","body":{"name":"projects/123/locations/us-central1/endpoints/1"}}\n{"type":"accesscontextmanager.googleapis.com/ServicePerimeter","address":"//accesscontextmanager.googleapis.com/accessPolicies/1/servicePerimeters/ml","body":{"name":"accessPolicies/1/servicePerimeters/ml","title":"ml","status":{"resources":["projects/123"],"restrictedServices":["aiplatform.googleapis.com","notebooks.googleapis.com","storage.googleapis.com","bigquery.googleapis.com"]}}}\n',
        },
      ],
    },
  },
  on: project,
  judge: (it, cloud) =>
    it.resource.dialect === "gcp" && usesAi(it, cloud)
      ? mustBeWithinPerimeter(it, cloud)
      : undefined,
});
