import { gcpSnapshot, infraCases } from "../../../testing/infra-cases.ts";
import { gcpGeminiKeyAnywhere } from "./gcp-gemini-key-anywhere.ts";

infraCases(gcpGeminiKeyAnywhere, {
  fail: [
    `
resource "google_apikeys_key" "it" {
  name = "app"
  restrictions {
    api_targets {
      service = "generativelanguage.googleapis.com"
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
      {
        name: "projects/123/locations/global/keys/1",
        displayName: "app",
        restrictions: { apiTargets: [{ service: "aiplatform.googleapis.com" }] },
      },
    ]),
  ],
  pass: [
    `
resource "google_apikeys_key" "it" {
  name = "app"
  restrictions {
    api_targets {
      service = "generativelanguage.googleapis.com"
    }
    server_key_restrictions {
      allowed_ips = ["203.0.113.7"]
    }
  }
}
`,
    gcpSnapshot([
      "apikeys.googleapis.com/Key",
      {
        name: "projects/123/locations/global/keys/1",
        displayName: "app",
        restrictions: {
          apiTargets: [{ service: "generativelanguage.googleapis.com" }],
          serverKeyRestrictions: { allowedIps: ["203.0.113.7"] },
        },
      },
    ]),
  ],
  silent: [
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
