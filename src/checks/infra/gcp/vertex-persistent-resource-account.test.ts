import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { vertexPersistentResourceAccount } from "./vertex-persistent-resource-account.ts";

infraCases(vertexPersistentResourceAccount, {
  fail: [
    gcpSnapshot([
      "aiplatform.googleapis.com/PersistentResource",
      { name: "projects/123/locations/us-central1/persistentResources/1" },
    ]),
    gcpSnapshot([
      "aiplatform.googleapis.com/PersistentResource",
      {
        name: "projects/123/locations/us-central1/persistentResources/1",
        resourceRuntimeSpec: {
          serviceAccountSpec: {
            enableCustomServiceAccount: true,
            serviceAccount: "123-compute@developer.gserviceaccount.com",
          },
        },
      },
    ]),
  ],
  pass: [
    gcpSnapshot([
      "aiplatform.googleapis.com/PersistentResource",
      {
        name: "projects/123/locations/us-central1/persistentResources/1",
        resourceRuntimeSpec: {
          serviceAccountSpec: {
            enableCustomServiceAccount: true,
            serviceAccount: "train@acme.iam.gserviceaccount.com",
          },
        },
      },
    ]),
  ],
});
