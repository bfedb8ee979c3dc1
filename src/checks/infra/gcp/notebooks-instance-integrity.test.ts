import { infraCases } from "../../../testing/infra-cases.ts";
import { notebooksInstanceIntegrity } from "./notebooks-instance-integrity.ts";

infraCases(notebooksInstanceIntegrity, {
  fail: [
    `
resource "google_notebooks_instance" "it" {
  name         = "lab"
  location     = "us-central1-a"
  machine_type = "e2-medium"
  shielded_instance_config {
    enable_integrity_monitoring = false
  }
}
`,
  ],
  pass: [
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
  shielded_instance_config {
    enable_integrity_monitoring = true
  }
}
`,
  ],
  unknown: [
    `
variable "v" {
  type = bool
}
resource "google_notebooks_instance" "it" {
  name         = "lab"
  location     = "us-central1-a"
  machine_type = "e2-medium"
  shielded_instance_config {
    enable_integrity_monitoring = var.v
  }
}
`,
  ],
});
