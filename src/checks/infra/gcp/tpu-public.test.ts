import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { tpuPublic } from "./tpu-public.ts";

infraCases(tpuPublic, {
  fail: [
    `
resource "google_tpu_v2_vm" "it" {
  name            = "t"
  runtime_version = "tpu-vm-tf-2.13.0"
}
`,
    `
resource "google_tpu_v2_vm" "it" {
  name            = "t"
  runtime_version = "tpu-vm-tf-2.13.0"
  network_config {
    enable_external_ips = true
  }
}
`,
    gcpSnapshot([
      "tpu.googleapis.com/Node",
      {
        name: "projects/acme/locations/us-central1-b/nodes/t",
        networkConfig: { enableExternalIps: true },
      },
    ]),
  ],
  pass: [
    `
resource "google_tpu_v2_vm" "it" {
  name            = "t"
  runtime_version = "tpu-vm-tf-2.13.0"
  network_config {
    enable_external_ips = false
  }
}
`,
    gcpSnapshot([
      "tpu.googleapis.com/Node",
      { name: "projects/acme/locations/us-central1-b/nodes/t", networkConfig: { network: "ml" } },
    ]),
  ],
  unknown: [
    `
variable "v" {
  type = bool
}
resource "google_tpu_v2_vm" "it" {
  name            = "t"
  runtime_version = "tpu-vm-tf-2.13.0"
  network_config {
    enable_external_ips = var.v
  }
}
`,
  ],
});
