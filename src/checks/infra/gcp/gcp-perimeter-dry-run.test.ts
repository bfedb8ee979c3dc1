import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpPerimeterDryRun } from "./gcp-perimeter-dry-run.ts";

infraCases(gcpPerimeterDryRun, {
  fail: [
    `
resource "google_access_context_manager_service_perimeter" "it" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/servicePerimeters/ml"
  title  = "ml"
  use_explicit_dry_run_spec = true
  spec {
    restricted_services = ["aiplatform.googleapis.com"]
  }
}
`,
    gcpSnapshot([
      "accesscontextmanager.googleapis.com/ServicePerimeter",
      {
        name: "accessPolicies/1/servicePerimeters/ml",
        title: "ml",
        status: {},
        spec: {
          restrictedServices: [
            "aiplatform.googleapis.com",
            "notebooks.googleapis.com",
            "storage.googleapis.com",
          ],
        },
      },
    ]),
  ],
  pass: [
    `
resource "google_access_context_manager_service_perimeter" "it" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/servicePerimeters/ml"
  title  = "ml"
  status {
    restricted_services = ["aiplatform.googleapis.com"]
  }
}
`,
    gcpSnapshot([
      "accesscontextmanager.googleapis.com/ServicePerimeter",
      {
        name: "accessPolicies/1/servicePerimeters/ml",
        title: "ml",
        status: {
          restrictedServices: [
            "aiplatform.googleapis.com",
            "notebooks.googleapis.com",
            "storage.googleapis.com",
          ],
        },
        spec: {
          restrictedServices: [
            "aiplatform.googleapis.com",
            "notebooks.googleapis.com",
            "storage.googleapis.com",
          ],
        },
      },
    ]),
  ],
  unknown: [
    `
variable "services" {
  type = list(string)
}
resource "google_access_context_manager_service_perimeter" "it" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/servicePerimeters/ml"
  title  = "ml"
  use_explicit_dry_run_spec = true
  spec {
    restricted_services = var.services
  }
}
`,
  ],
});
