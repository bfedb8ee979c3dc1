import { infraCases } from "../../../testing/infra-cases.ts";
import { notebooksRuntimeKey } from "./notebooks-runtime-key.ts";

infraCases(notebooksRuntimeKey, {
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
      encryption_config {
        kms_key = "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"
      }
    }
  }
}
`,
  ],
  unknown: [
    `
variable "own" {
  type = bool
}
resource "google_notebooks_runtime" "it" {
  name     = "lab"
  location = "us-central1"
  virtual_machine {
    virtual_machine_config {
      encryption_config {
        kms_key = var.own ? "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k" : null
      }
    }
  }
}
`,
  ],
});
