import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpPerimeterOpenIngress } from "./gcp-perimeter-open-ingress.ts";

infraCases(gcpPerimeterOpenIngress, {
  fail: [
    `
resource "google_access_context_manager_service_perimeter" "it" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/servicePerimeters/ml"
  title  = "ml"
  status {
    restricted_services = ["aiplatform.googleapis.com"]
    ingress_policies {
      ingress_from {
        identity_type = "ANY_IDENTITY"
        sources {
          access_level = "*"
        }
      }
      ingress_to {
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
resource "google_access_context_manager_service_perimeter_ingress_policy" "it" {
  perimeter = "accessPolicies/1/servicePerimeters/ml"
  ingress_from {
    identity_type = "ANY_IDENTITY"
    sources {
      access_level = "*"
    }
  }
  ingress_to {
    resources = ["*"]
    operations {
      service_name = "aiplatform.googleapis.com"
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
          ingressPolicies: [
            {
              ingressFrom: { identityType: "ANY_IDENTITY", sources: [{ accessLevel: "*" }] },
              ingressTo: { resources: ["*"], operations: [{ serviceName: "*" }] },
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
    ingress_policies {
      ingress_from {
        identities = ["serviceAccount:a@b.iam.gserviceaccount.com"]
        sources {
          access_level = "*"
        }
      }
      ingress_to {
        resources = ["*"]
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
          ingressPolicies: [
            {
              ingressFrom: {
                identityType: "ANY_IDENTITY",
                sources: [{ accessLevel: "accessPolicies/1/accessLevels/office" }],
              },
              ingressTo: { resources: ["*"], operations: [{ serviceName: "*" }] },
            },
          ],
        },
      },
    ]),
  ],
  unknown: [
    `
variable "who" {
  type = string
}
resource "google_access_context_manager_service_perimeter" "it" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/servicePerimeters/ml"
  title  = "ml"
  status {
    restricted_services = ["aiplatform.googleapis.com"]
    ingress_policies {
      ingress_from {
        identity_type = var.who
        sources {
          access_level = "*"
        }
      }
      ingress_to {
        resources = ["*"]
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
