import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { workbenchKey } from "./workbench-key.ts";

infraCases(workbenchKey, {
  fail: [
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
}
`,
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    boot_disk {
      kms_key = "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"
    }
    data_disks {
      disk_size_gb = 100
    }
  }
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        gceSetup: {
          bootDisk: { kmsKey: "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k" },
          dataDisks: [{ diskSizeGb: "100" }],
        },
      },
    ]),
  ],
  pass: [
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    boot_disk {
      kms_key = "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"
    }
  }
}
`,
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    boot_disk {
      kms_key = "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"
    }
    data_disks {
      kms_key = "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"
    }
  }
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        gceSetup: {
          bootDisk: { kmsKey: "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k" },
          dataDisks: [{ kmsKey: "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k" }],
        },
      },
    ]),
  ],
  unknown: [
    `
variable "own" {
  type = bool
}
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    boot_disk {
      kms_key = var.own ? "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k" : null
    }
  }
}
`,
  ],
});
