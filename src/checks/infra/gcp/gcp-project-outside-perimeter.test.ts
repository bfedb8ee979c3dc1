import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpProjectOutsidePerimeter } from "./gcp-project-outside-perimeter.ts";

infraCases(gcpProjectOutsidePerimeter, {
  fail: [
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: ["organizations/9"],
          iamPolicy: { bindings: [] },
        },
      ],
      [
        "aiplatform.googleapis.com/Endpoint",
        { name: "projects/123/locations/us-central1/endpoints/1" },
      ],
    ),
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: ["organizations/9"],
          iamPolicy: { bindings: [] },
        },
      ],
      [
        "aiplatform.googleapis.com/Endpoint",
        { name: "projects/123/locations/us-central1/endpoints/1" },
      ],
      [
        "accesscontextmanager.googleapis.com/ServicePerimeter",
        {
          name: "accessPolicies/1/servicePerimeters/ml",
          title: "ml",
          status: {
            resources: ["projects/123"],
            restrictedServices: ["aiplatform.googleapis.com", "notebooks.googleapis.com"],
          },
        },
      ],
    ),
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: ["organizations/9"],
          iamPolicy: { bindings: [] },
        },
      ],
      [
        "aiplatform.googleapis.com/Endpoint",
        { name: "projects/123/locations/us-central1/endpoints/1" },
      ],
      [
        "accesscontextmanager.googleapis.com/ServicePerimeter",
        {
          name: "accessPolicies/1/servicePerimeters/ml",
          title: "ml",
          status: { resources: ["projects/123"] },
          spec: {
            resources: ["projects/123"],
            restrictedServices: [
              "aiplatform.googleapis.com",
              "notebooks.googleapis.com",
              "storage.googleapis.com",
            ],
          },
          useExplicitDryRunSpec: true,
        },
      ],
    ),
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: ["organizations/9"],
          iamPolicy: { bindings: [] },
        },
      ],
      [
        "aiplatform.googleapis.com/Endpoint",
        { name: "projects/123/locations/us-central1/endpoints/1" },
      ],
      [
        "accesscontextmanager.googleapis.com/ServicePerimeter",
        {
          name: "accessPolicies/1/servicePerimeters/bridge",
          title: "bridge",
          status: { resources: ["projects/123", "projects/7"] },
          perimeterType: "PERIMETER_TYPE_BRIDGE",
        },
      ],
    ),
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: ["organizations/9"],
          iamPolicy: { bindings: [] },
        },
      ],
      [
        "aiplatform.googleapis.com/Endpoint",
        { name: "projects/123/locations/us-central1/endpoints/1" },
      ],
      [
        "accesscontextmanager.googleapis.com/ServicePerimeter",
        {
          name: "accessPolicies/1/servicePerimeters/other",
          title: "other",
          status: {
            resources: ["projects/7"],
            restrictedServices: [
              "aiplatform.googleapis.com",
              "notebooks.googleapis.com",
              "storage.googleapis.com",
            ],
          },
        },
      ],
    ),
  ],
  pass: [
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: ["organizations/9"],
          iamPolicy: { bindings: [] },
        },
      ],
      [
        "aiplatform.googleapis.com/Endpoint",
        { name: "projects/123/locations/us-central1/endpoints/1" },
      ],
      [
        "accesscontextmanager.googleapis.com/ServicePerimeter",
        {
          name: "accessPolicies/1/servicePerimeters/ml",
          title: "ml",
          status: {
            resources: ["projects/123"],
            restrictedServices: [
              "aiplatform.googleapis.com",
              "notebooks.googleapis.com",
              "storage.googleapis.com",
              "bigquery.googleapis.com",
            ],
          },
        },
      ],
    ),
  ],
  refused: [
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: { $unread: "resourcemanager.projects.get (403 PERMISSION_DENIED)" },
          iamPolicy: { bindings: [] },
        },
      ],
      [
        "aiplatform.googleapis.com/Endpoint",
        { name: "projects/123/locations/us-central1/endpoints/1" },
      ],
    ),
  ],
  silent: [
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: ["organizations/9"],
          iamPolicy: { bindings: [] },
        },
      ],
      [
        "serviceusage.googleapis.com/Service",
        { name: "projects/123/services/aiplatform.googleapis.com", state: "DISABLED" },
      ],
    ),
    `
resource "google_project" "p" {
  name       = "web"
  project_id = "web-1"
}
`,
  ],
});
