import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpApiKeyUnrestricted } from "./gcp-api-key-unrestricted.ts";

infraCases(gcpApiKeyUnrestricted, {
  fail: [
    `
resource "google_apikeys_key" "it" {
  name = "app"
}
`,
    `
resource "google_apikeys_key" "it" {
  name = "app"
  restrictions {
    browser_key_restrictions {
      allowed_referrers = ["example.com"]
    }
  }
}
`,
    gcpSnapshot([
      "apikeys.googleapis.com/Key",
      { name: "projects/123/locations/global/keys/1", displayName: "app" },
    ]),
    gcpSnapshot([
      "apikeys.googleapis.com/Key",
      { name: "projects/123/locations/global/keys/1", displayName: "app", restrictions: {} },
    ]),
  ],
  pass: [
    `
resource "google_apikeys_key" "it" {
  name = "app"
  restrictions {
    api_targets {
      service = "translate.googleapis.com"
    }
  }
}
`,
    gcpSnapshot([
      "apikeys.googleapis.com/Key",
      {
        name: "projects/123/locations/global/keys/1",
        displayName: "app",
        restrictions: { apiTargets: [{ service: "translate.googleapis.com" }] },
      },
    ]),
  ],
});
