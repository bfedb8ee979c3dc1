import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpSubnetNoPrivateAccess } from "./gcp-subnet-no-private-access.ts";

infraCases(gcpSubnetNoPrivateAccess, {
  fail: [
    `
resource "google_compute_subnetwork" "it" {
  name          = "ml"
  network       = "ml"
  ip_cidr_range = "10.0.0.0/24"
}
`,
    gcpSnapshot([
      "compute.googleapis.com/Subnetwork",
      { name: "ml", privateIpGoogleAccess: false },
    ]),
  ],
  pass: [
    `
resource "google_compute_subnetwork" "it" {
  name          = "ml"
  network       = "ml"
  ip_cidr_range = "10.0.0.0/24"
  private_ip_google_access = true
}
`,
    gcpSnapshot(["compute.googleapis.com/Subnetwork", { name: "ml", privateIpGoogleAccess: true }]),
  ],
  unknown: [
    `
variable "v" {
  type = bool
}
resource "google_compute_subnetwork" "it" {
  name          = "ml"
  network       = "ml"
  ip_cidr_range = "10.0.0.0/24"
  private_ip_google_access = var.v
}
`,
  ],
  silent: [
    `
resource "google_compute_subnetwork" "it" {
  name          = "ml"
  network       = "ml"
  ip_cidr_range = "10.0.0.0/24"
  purpose = "REGIONAL_MANAGED_PROXY"
}
`,
    gcpSnapshot([
      "compute.googleapis.com/Subnetwork",
      { name: "ml", purpose: "PRIVATE_SERVICE_CONNECT" },
    ]),
  ],
});
