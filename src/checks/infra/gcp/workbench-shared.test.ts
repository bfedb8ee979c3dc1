import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { workbenchShared } from "./workbench-shared.ts";

infraCases(workbenchShared, {
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
  instance_owners = []
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
  instance_owners = ["a@example.com"]
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        instanceOwners: ["a@example.com"],
      },
    ]),
  ],
  unknown: [
    `
variable "v" {
  type = list(string)
}
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  instance_owners = var.v
}
`,
  ],
});
