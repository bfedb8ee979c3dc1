import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { workbenchProxy } from "./workbench-proxy.ts";

infraCases(workbenchProxy, {
  fail: [
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      { name: "projects/acme/locations/us-central1-a/instances/lab" },
    ]),
  ],
  pass: [
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  disable_proxy_access = true
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      { name: "projects/acme/locations/us-central1-a/instances/lab", disableProxyAccess: true },
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
  disable_proxy_access = var.v
}
`,
  ],
});
