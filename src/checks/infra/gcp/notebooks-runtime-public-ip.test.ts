import { infraCases } from "../../../testing/infra-cases.ts";
import { notebooksRuntimePublicIp } from "./notebooks-runtime-public-ip.ts";

infraCases(notebooksRuntimePublicIp, {
  fail: [
    `
resource "google_notebooks_runtime" "it" {
  name     = "lab"
  location = "us-central1"
}
`,
    `
resource "google_notebooks_runtime" "it" {
  name     = "lab"
  location = "us-central1"
  virtual_machine {
    virtual_machine_config {
      internal_ip_only = false
    }
  }
}
`,
  ],
  pass: [
    `
resource "google_notebooks_runtime" "it" {
  name     = "lab"
  location = "us-central1"
  virtual_machine {
    virtual_machine_config {
      internal_ip_only = true
    }
  }
}
`,
  ],
  unknown: [
    `
variable "v" {
  type = bool
}
resource "google_notebooks_runtime" "it" {
  name     = "lab"
  location = "us-central1"
  virtual_machine {
    virtual_machine_config {
      internal_ip_only = var.v
    }
  }
}
`,
  ],
});
