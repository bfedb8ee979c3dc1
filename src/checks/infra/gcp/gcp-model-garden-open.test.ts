import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpModelGardenOpen } from "./gcp-model-garden-open.ts";

infraCases(gcpModelGardenOpen, {
  fail: [
    gcpSnapshot(
      [
        "cloudresourcemanager.googleapis.com/Project",
        {
          name: "projects/123",
          projectId: "acme",
          ancestors: [],
          iamPolicy: { bindings: [] },
          orgPolicies: { vertexaiAllowedModels: { rules: [{ allowAll: true }] } },
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
        { name: "projects/123", projectId: "acme", ancestors: [], iamPolicy: { bindings: [] } },
      ],
      [
        "aiplatform.googleapis.com/Endpoint",
        { name: "projects/123/locations/us-central1/endpoints/1" },
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
          ancestors: [],
          iamPolicy: { bindings: [] },
          orgPolicies: {
            vertexaiAllowedModels: {
              rules: [
                {
                  values: { allowedValues: ["publishers/google/models/gemini-2.5-flash:predict"] },
                },
              ],
            },
          },
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
          ancestors: [],
          iamPolicy: { bindings: [] },
          orgPolicies: { vertexaiAllowedModels: { rules: [{ denyAll: true }] } },
        },
      ],
      [
        "aiplatform.googleapis.com/Endpoint",
        { name: "projects/123/locations/us-central1/endpoints/1" },
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
          ancestors: [],
          iamPolicy: { bindings: [] },
          orgPolicies: {
            vertexaiAllowedModels: { $unread: "orgpolicy.policy.get (403 PERMISSION_DENIED)" },
          },
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
        { name: "projects/123", projectId: "acme", ancestors: [], iamPolicy: { bindings: [] } },
      ],
      [
        "serviceusage.googleapis.com/Service",
        { name: "projects/123/services/aiplatform.googleapis.com", state: "DISABLED" },
      ],
    ),
  ],
});
