import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { workbenchShielded } from "./workbench-shielded.ts";

infraCases(workbenchShielded, {
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
    shielded_instance_config {
      enable_secure_boot = true
      enable_vtpm        = false
    }
  }
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        gceSetup: { shieldedInstanceConfig: { enableVtpm: true, enableIntegrityMonitoring: true } },
      },
    ]),
  ],
  pass: [
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    shielded_instance_config {
      enable_secure_boot          = true
      enable_vtpm                 = true
      enable_integrity_monitoring = true
    }
  }
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        gceSetup: {
          shieldedInstanceConfig: {
            enableSecureBoot: true,
            enableVtpm: true,
            enableIntegrityMonitoring: true,
          },
        },
      },
    ]),
  ],
  unknown: [
    `
variable "v" {
  type = bool
}
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    shielded_instance_config {
      enable_secure_boot = var.v
    }
  }
}
`,
  ],
});
