import { mustNotLetThrough } from "../../../infra/gcp/rules.ts";
import { perimeterRules } from "../../../infra/types/gcp/project.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpPerimeterOpenIngress = defineInfraCheck({
  meta: {
    id: "gcp-perimeter-open-ingress",
    code: "PV-GCP-025",
    title: "A service perimeter lets everybody in from everywhere",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-923", "CWE-284", "ATLAS:AML.T0025"],
    why: "A rule for any identity from any network undoes the perimeter for what it names.",
    mend: "Name the identities, the networks or access levels, and the methods that need to come in.",
    mends: {
      terraform:
        'ingress_policies {\n  ingress_from {\n    identities = ["serviceAccount:ci@PROJECT.iam.gserviceaccount.com"]\n    sources {\n      access_level = google_access_context_manager_access_level.office.name\n    }\n  }\n  ingress_to {\n    resources = ["projects/NUMBER"]\n    operations {\n      service_name = "aiplatform.googleapis.com"\n      method_selectors {\n        method = "EndpointService.GetEndpoint"\n      }\n    }\n  }\n}',
      gcloud:
        "gcloud access-context-manager perimeters update {name} --policy=POLICY --set-ingress-policies=ingress.yaml",
    },
    references: ["https://cloud.google.com/vpc-service-controls/docs/ingress-egress-rules"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_access_context_manager_service_perimeter" "it" {\n  parent = "accessPolicies/1"\n  name   = "accessPolicies/1/servicePerimeters/ml"\n  title  = "ml"\n  status {\n    restricted_services = ["aiplatform.googleapis.com"]\n    ingress_policies {\n      ingress_from {\n        identity_type = "ANY_IDENTITY"\n        sources {\n          access_level = "*"\n        }\n      }\n      ingress_to {\n        resources = ["*"]\n        operations {\n          service_name = "*"\n        }\n      }\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_access_context_manager_service_perimeter" "it" {\n  parent = "accessPolicies/1"\n  name   = "accessPolicies/1/servicePerimeters/ml"\n  title  = "ml"\n  status {\n    restricted_services = ["aiplatform.googleapis.com"]\n    ingress_policies {\n      ingress_from {\n        identities = ["serviceAccount:a@b.iam.gserviceaccount.com"]\n        sources {\n          access_level = "*"\n        }\n      }\n      ingress_to {\n        resources = ["*"]\n        operations {\n          service_name = "*"\n        }\n      }\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: perimeterRules,
  judge: (it) => mustNotLetThrough(it, "ingress"),
});
