// One platform as Terraform writes it and as the APIs tell of it: the verdicts are the same.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { AnyCheck } from "../../checks/define.ts";
import { gcpSnapshot, runInfraCheck } from "../../testing/infra-cases.ts";

const folder = join(import.meta.dirname, "../../checks/infra/gcp");
const checks: AnyCheck[] = [];
beforeAll(async () => {
  for (const name of readdirSync(folder).filter((each) => !each.endsWith(".test.ts")))
    checks.push(...Object.values((await import(join(folder, name))) as Record<string, AnyCheck>));
});

const key = "projects/acme/locations/us-central1/keyRings/ml/cryptoKeys/ml";

const terraform = `
resource "google_kms_crypto_key" "ml" {
  name            = "ml"
  key_ring        = "projects/acme/locations/us-central1/keyRings/ml"
  rotation_period = "7776000s"
}
resource "google_storage_bucket" "lake" {
  name                        = "acme-lake"
  location                    = "US"
  uniform_bucket_level_access = true
  versioning {
    enabled = true
  }
  retention_policy {
    retention_period = 86400
  }
}
resource "google_storage_bucket_iam_binding" "readers" {
  bucket  = google_storage_bucket.lake.name
  role    = "roles/storage.objectViewer"
  members = ["group:ml@example.com", "allAuthenticatedUsers"]
}
resource "google_vertex_ai_endpoint" "fraud" {
  name         = "1"
  display_name = "fraud"
  location     = "us-central1"
  encryption_spec {
    kms_key_name = google_kms_crypto_key.ml.id
  }
  private_service_connect_config {
    enable_private_service_connect = true
  }
}
resource "google_vertex_ai_dataset" "d" {
  display_name        = "d"
  metadata_schema_uri = "gs://google-cloud-aiplatform/schema/dataset/metadata/image_1.0.0.yaml"
}
resource "google_vertex_ai_index_endpoint" "i" {
  display_name            = "i"
  public_endpoint_enabled = true
}
resource "google_vertex_ai_reasoning_engine" "agent" {
  display_name = "agent"
  spec {
    service_account = "agent@acme.iam.gserviceaccount.com"
    deployment_spec {
      env {
        name  = "DB_PASSWORD"
        value = "correct-horse-battery"
      }
    }
  }
}
resource "google_workbench_instance" "lab" {
  name            = "lab"
  location        = "us-central1-a"
  instance_owners = ["a@example.com"]
  gce_setup {
    disable_public_ip = true
    boot_disk {
      kms_key = google_kms_crypto_key.ml.id
    }
    service_accounts {
      email = "123-compute@developer.gserviceaccount.com"
    }
    metadata = {
      idle-timeout-seconds  = "3600"
      notebook-disable-root = "true"
    }
  }
}
resource "google_colab_runtime_template" "t" {
  display_name = "t"
  location     = "us-central1"
  network_spec {
    enable_internet_access = true
  }
}
resource "google_artifact_registry_repository" "images" {
  repository_id = "images"
  location      = "us"
  format        = "DOCKER"
  kms_key_name  = google_kms_crypto_key.ml.id
}
resource "google_apikeys_key" "app" {
  name = "app"
  restrictions {
    api_targets {
      service = "generativelanguage.googleapis.com"
    }
  }
}
resource "google_compute_subnetwork" "ml" {
  name                     = "ml"
  network                  = "ml"
  ip_cidr_range            = "10.0.0.0/24"
  private_ip_google_access = true
}
resource "google_access_context_manager_service_perimeter" "ml" {
  parent = "accessPolicies/1"
  name   = "accessPolicies/1/servicePerimeters/ml"
  title  = "ml"
  status {
    restricted_services = ["aiplatform.googleapis.com", "storage.googleapis.com"]
    egress_policies {
      egress_from {
        identity_type = "ANY_IDENTITY"
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
  }
}
resource "google_tpu_v2_vm" "t" {
  name            = "t"
  runtime_version = "tpu-vm-tf-2.13.0"
  network_config {
    enable_external_ips = true
  }
}
`;

const live = gcpSnapshot(
  [
    "cloudkms.googleapis.com/CryptoKey",
    { name: key, purpose: "ENCRYPT_DECRYPT", rotationPeriod: "7776000s" },
  ],
  [
    "storage.googleapis.com/Bucket",
    {
      name: "acme-lake",
      location: "US",
      iamConfiguration: {
        uniformBucketLevelAccess: { enabled: true },
        publicAccessPrevention: "inherited",
      },
      versioning: { enabled: true },
      retentionPolicy: { retentionPeriod: "86400" },
      iamPolicy: {
        bindings: [
          {
            role: "roles/storage.objectViewer",
            members: ["group:ml@example.com", "allAuthenticatedUsers"],
          },
        ],
      },
    },
  ],
  [
    "aiplatform.googleapis.com/Endpoint",
    {
      name: "projects/123/locations/us-central1/endpoints/1",
      encryptionSpec: { kmsKeyName: key },
      privateServiceConnectConfig: { enablePrivateServiceConnect: true },
    },
  ],
  ["aiplatform.googleapis.com/Dataset", { name: "projects/123/locations/us-central1/datasets/1" }],
  [
    "aiplatform.googleapis.com/IndexEndpoint",
    { name: "projects/123/locations/us-central1/indexEndpoints/1", publicEndpointEnabled: true },
  ],
  [
    "aiplatform.googleapis.com/ReasoningEngine",
    {
      name: "projects/123/locations/us-central1/reasoningEngines/1",
      spec: {
        serviceAccount: "agent@acme.iam.gserviceaccount.com",
        deploymentSpec: { env: [{ name: "DB_PASSWORD", value: "correct-horse-battery" }] },
      },
    },
  ],
  [
    "notebooks.googleapis.com/Instance",
    {
      name: "projects/acme/locations/us-central1-a/instances/lab",
      instanceOwners: ["a@example.com"],
      gceSetup: {
        disablePublicIp: true,
        bootDisk: { kmsKey: key },
        serviceAccounts: [{ email: "123-compute@developer.gserviceaccount.com" }],
        metadata: { "idle-timeout-seconds": "3600", "notebook-disable-root": "true" },
      },
    },
  ],
  [
    "aiplatform.googleapis.com/NotebookRuntimeTemplate",
    {
      name: "projects/123/locations/us-central1/notebookRuntimeTemplates/1",
      networkSpec: { enableInternetAccess: true },
    },
  ],
  [
    "artifactregistry.googleapis.com/Repository",
    { name: "projects/acme/locations/us/repositories/images", format: "DOCKER", kmsKeyName: key },
  ],
  [
    "apikeys.googleapis.com/Key",
    {
      name: "projects/123/locations/global/keys/1",
      restrictions: { apiTargets: [{ service: "generativelanguage.googleapis.com" }] },
    },
  ],
  [
    "compute.googleapis.com/Subnetwork",
    { name: "ml", purpose: "PRIVATE", privateIpGoogleAccess: true },
  ],
  [
    "accesscontextmanager.googleapis.com/ServicePerimeter",
    {
      name: "accessPolicies/1/servicePerimeters/ml",
      title: "ml",
      status: {
        restrictedServices: ["aiplatform.googleapis.com", "storage.googleapis.com"],
        egressPolicies: [
          {
            egressFrom: { identityType: "ANY_IDENTITY" },
            egressTo: {
              resources: ["*"],
              operations: [
                { serviceName: "storage.googleapis.com", methodSelectors: [{ method: "*" }] },
              ],
            },
          },
        ],
      },
    },
  ],
  [
    "tpu.googleapis.com/Node",
    {
      name: "projects/acme/locations/us-central1-b/nodes/t",
      networkConfig: { enableExternalIps: true },
    },
  ],
);

/**
 * What Terraform has in resources of their own the API has in the resource: a policy that is not
 * written is no resource of Terraform, and an empty policy of the API.
 */
const policies = /-(?:open-grant|public|grant)$/;

test("the verdicts of Terraform and of the API are the same, check by check", () => {
  let compared = 0;
  for (const check of checks) {
    const kinds = (file: { path: string; text: string }): readonly string[] =>
      runInfraCheck(check, [file])
        .answers.map(({ answer }) => answer.kind)
        .toSorted();
    const written = kinds({ path: "main.tf", text: terraform });
    const told = kinds(live);
    const both = policies.test(check.meta.id)
      ? [written, told].map((each) => each.filter((kind) => kind !== "pass"))
      : [written, told];
    expect([check.meta.id, both[0]]).toEqual([check.meta.id, both[1]]);
    if (written.length > 0) compared++;
  }
  expect(compared).toBeGreaterThan(40);
});
