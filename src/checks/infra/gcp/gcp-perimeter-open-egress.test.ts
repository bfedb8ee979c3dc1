import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpPerimeterOpenEgress } from "./gcp-perimeter-open-egress.ts";

infraCases(gcpPerimeterOpenEgress, {
  fail: [
    `
resource "google_access_context_manager_service_perimeter" "it" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/servicePerimeters/ml"
  title  = "ml"
  status {
    restricted_services = ["aiplatform.googleapis.com"]
    egress_policies {
      egress_from {
        identity_type = "ANY_IDENTITY"
      }
      egress_to {
        resources = ["*"]
        operations {
          service_name = "*"
        }
      }
    }
  }
}
`,
    `
resource "google_access_context_manager_service_perimeter_egress_policy" "it" {
  perimeter = "accessPolicies/1/servicePerimeters/ml"
  egress_from {
    identity_type = "ANY_SERVICE_ACCOUNT"
  }
  egress_to {
    resources = ["*"]
    operations {
      service_name = "storage.googleapis.com"
      method_selectors {
        method = "*"
      }
    }
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
          egressPolicies: [
            {
              egressFrom: { identityType: "ANY_IDENTITY" },
              egressTo: { resources: ["*"], operations: [{ serviceName: "*" }] },
            },
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
    egress_policies {
      egress_from {
        identity_type = "ANY_IDENTITY"
      }
      egress_to {
        resources = ["projects/7"]
        operations {
          service_name = "*"
        }
      }
    }
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
      },
    ]),
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
          egressPolicies: [
            {
              egressFrom: { identities: ["user:a@example.com"] },
              egressTo: { resources: ["*"], operations: [{ serviceName: "*" }] },
            },
          ],
        },
      },
    ]),
  ],
  unknown: [
    `
variable "to" {
  type = list(string)
}
resource "google_access_context_manager_service_perimeter" "it" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/servicePerimeters/ml"
  title  = "ml"
  status {
    restricted_services = ["aiplatform.googleapis.com"]
    egress_policies {
      egress_from {
        identity_type = "ANY_IDENTITY"
      }
      egress_to {
        resources = var.to
        operations {
          service_name = "*"
        }
      }
    }
  }
}
`,
  ],
});
