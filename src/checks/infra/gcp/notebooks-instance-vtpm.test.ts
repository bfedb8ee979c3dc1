import { infraCases } from "../../../testing/infra-cases.ts";
import { notebooksInstanceVtpm } from "./notebooks-instance-vtpm.ts";

infraCases(notebooksInstanceVtpm, {
  fail: [
    `
resource "google_notebooks_instance" "it" {
  name         = "lab"
  location     = "us-central1-a"
  machine_type = "e2-medium"
  shielded_instance_config {
    enable_vtpm = false
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
    enable_vtpm = true
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
    enable_vtpm = var.v
  }
}
`,
  ],
});
