import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { workbenchDefaultAccount } from "./workbench-default-account.ts";

infraCases(workbenchDefaultAccount, {
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
  gce_setup {
    service_accounts {
      email = "123-compute@developer.gserviceaccount.com"
    }
  }
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        gceSetup: { serviceAccounts: [{ email: "123-compute@developer.gserviceaccount.com" }] },
      },
    ]),
  ],
  pass: [
    `
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    service_accounts {
      email = "lab@acme.iam.gserviceaccount.com"
    }
  }
}
`,
    `
resource "google_service_account" "lab" {
  account_id = "lab"
}
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    service_accounts {
      email = google_service_account.lab.email
    }
  }
}
`,
    gcpSnapshot([
      "notebooks.googleapis.com/Instance",
      {
        name: "projects/acme/locations/us-central1-a/instances/lab",
        gceSetup: { serviceAccounts: [{ email: "lab@acme.iam.gserviceaccount.com" }] },
      },
    ]),
  ],
  unknown: [
    `
variable "v" {
  type = string
}
resource "google_workbench_instance" "it" {
  name     = "lab"
  location = "us-central1-a"
  gce_setup {
    service_accounts {
      email = var.v
    }
  }
}
`,
  ],
});
