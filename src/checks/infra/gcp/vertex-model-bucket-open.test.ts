import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexModelBucketOpen } from "./vertex-model-bucket-open.ts";

infraCases(vertexModelBucketOpen, {
  fail: [
    gcpSnapshot(
      [
        "aiplatform.googleapis.com/Model",
        {
          name: "projects/123/locations/us-central1/models/1",
          artifactUri: "gs://acme-models/fraud/1",
        },
      ],
      [
        "storage.googleapis.com/Bucket",
        {
          name: "acme-models",
          iamPolicy: {
            version: 3,
            bindings: [{ role: "roles/storage.objectViewer", members: ["allUsers"] }],
          },
        },
      ],
    ),
    gcpSnapshot(
      [
        "aiplatform.googleapis.com/Model",
        {
          name: "projects/123/locations/us-central1/models/1",
          artifactUri: "gs://acme-models/fraud/1",
        },
      ],
      [
        "storage.googleapis.com/Bucket",
        {
          name: "acme-models",
          iamPolicy: {
            version: 3,
            bindings: [{ role: "roles/storage.objectAdmin", members: ["domain:example.com"] }],
          },
        },
      ],
    ),
  ],
  pass: [
    gcpSnapshot(
      [
        "aiplatform.googleapis.com/Model",
        {
          name: "projects/123/locations/us-central1/models/1",
          artifactUri: "gs://acme-models/fraud/1",
        },
      ],
      [
        "storage.googleapis.com/Bucket",
        {
          name: "acme-models",
          iamPolicy: {
            version: 3,
            bindings: [{ role: "roles/storage.objectViewer", members: ["group:ml@example.com"] }],
          },
        },
      ],
    ),
  ],
  unknown: [
    gcpSnapshot([
      "aiplatform.googleapis.com/Model",
      {
        name: "projects/123/locations/us-central1/models/1",
        artifactUri: "gs://elsewhere/fraud/1",
      },
    ]),
  ],
  refused: [
    gcpSnapshot(
      [
        "aiplatform.googleapis.com/Model",
        {
          name: "projects/123/locations/us-central1/models/1",
          artifactUri: "gs://acme-models/fraud/1",
        },
      ],
      [
        "storage.googleapis.com/Bucket",
        {
          name: "acme-models",
          iamPolicy: { $unread: "storage.buckets.getIamPolicy (403 forbidden)" },
        },
      ],
    ),
  ],
  silent: [
    gcpSnapshot([
      "aiplatform.googleapis.com/Model",
      { name: "projects/123/locations/us-central1/models/1", containerSpec: { imageUri: "a" } },
    ]),
  ],
});
