import { mustNotLetThrough } from "../../../infra/gcp/rules.ts";
import { perimeterRules } from "../../../infra/types/gcp/project.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpPerimeterOpenEgress = defineInfraCheck({
  meta: {
    id: "gcp-perimeter-open-egress",
    code: "PV-GCP-026",
    title: "A service perimeter lets data out to wherever somebody wants it",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-923", "CWE-668", "ATLAS:AML.T0025"],
    why: "A rule for any identity to any project is the way by which a model leaves: into a bucket of the attacker.",
    mend: "Name the projects that data may go to, and who may send it.",
    mends: {
      terraform:
        'egress_policies {\n  egress_from {\n    identities = ["serviceAccount:export@PROJECT.iam.gserviceaccount.com"]\n  }\n  egress_to {\n    resources = ["projects/NUMBER"]\n    operations {\n      service_name = "storage.googleapis.com"\n      method_selectors {\n        method = "google.storage.objects.create"\n      }\n    }\n  }\n}',
      gcloud:
        "gcloud access-context-manager perimeters update {name} --policy=POLICY --set-egress-policies=egress.yaml",
    },
    references: ["https://cloud.google.com/vpc-service-controls/docs/ingress-egress-rules"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_access_context_manager_service_perimeter" "it" {\n  parent = "accessPolicies/1"\n  name   = "accessPolicies/1/servicePerimeters/ml"\n  title  = "ml"\n  status {\n    restricted_services = ["aiplatform.googleapis.com"]\n    egress_policies {\n      egress_from {\n        identity_type = "ANY_IDENTITY"\n      }\n      egress_to {\n        resources = ["*"]\n        operations {\n          service_name = "*"\n        }\n      }\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_access_context_manager_service_perimeter" "it" {\n  parent = "accessPolicies/1"\n  name   = "accessPolicies/1/servicePerimeters/ml"\n  title  = "ml"\n  status {\n    restricted_services = ["aiplatform.googleapis.com"]\n    egress_policies {\n      egress_from {\n        identity_type = "ANY_IDENTITY"\n      }\n      egress_to {\n        resources = ["projects/7"]\n        operations {\n          service_name = "*"\n        }\n      }\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: perimeterRules,
  judge: (it) => mustNotLetThrough(it, "egress"),
});
