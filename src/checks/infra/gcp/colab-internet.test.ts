import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { colabInternet } from "./colab-internet.ts";

infraCases(colabInternet, {
  fail: [
    `
resource "google_colab_runtime_template" "it" {
  name         = "t"
  display_name = "t"
  location     = "us-central1"
  network_spec {
    enable_internet_access = true
  }
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/NotebookRuntimeTemplate",
      {
        name: "projects/123/locations/us-central1/notebookRuntimeTemplates/1",
        networkSpec: { enableInternetAccess: true },
      },
    ]),
  ],
  pass: [
    `
resource "google_colab_runtime_template" "it" {
  name         = "t"
  display_name = "t"
  location     = "us-central1"
  network_spec {
    enable_internet_access = false
  }
}
`,
    gcpSnapshot([
      "aiplatform.googleapis.com/NotebookRuntimeTemplate",
      {
        name: "projects/123/locations/us-central1/notebookRuntimeTemplates/1",
        networkSpec: { network: "projects/1/global/networks/ml" },
      },
    ]),
  ],
  unknown: [
    `
resource "google_colab_runtime_template" "it" {
  name         = "t"
  display_name = "t"
  location     = "us-central1"
}
`,
    `
variable "v" {
  type = bool
}
resource "google_colab_runtime_template" "it" {
  name         = "t"
  display_name = "t"
  location     = "us-central1"
  network_spec {
    enable_internet_access = var.v
  }
}
`,
  ],
});
