import { infraCases } from "../../../testing/infra-cases.ts";
import { notebooksInstancePublicIp } from "./notebooks-instance-public-ip.ts";

infraCases(notebooksInstancePublicIp, {
  fail: [
    `
resource "google_notebooks_instance" "it" {
  name         = "lab"
  location     = "us-central1-a"
  machine_type = "e2-medium"
}
`,
    `
resource "google_notebooks_instance" "it" {
  name         = "lab"
  location     = "us-central1-a"
  machine_type = "e2-medium"
  no_public_ip = false
}
`,
  ],
  pass: [
    `
resource "google_notebooks_instance" "it" {
  name         = "lab"
  location     = "us-central1-a"
  machine_type = "e2-medium"
  no_public_ip = true
}
`,
  ],
  unknown: [
    `
variable "hide" {
  type = bool
}
resource "google_notebooks_instance" "it" {
  name         = "lab"
  location     = "us-central1-a"
  machine_type = "e2-medium"
  no_public_ip = var.hide
}
`,
  ],
});
