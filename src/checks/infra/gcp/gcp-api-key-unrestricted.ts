import { mustBeSet } from "../../../infra/answer.ts";
import { apiKey } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpApiKeyUnrestricted = defineInfraCheck({
  meta: {
    id: "gcp-api-key-unrestricted",
    code: "PV-GCP-117",
    title: "An API key opens every API that takes one",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["apikeys_api_restrictions_configured"],
    controls: ["CWE-522", "CWE-1220", "ATLAS:AML.T0012", "ATLAS:AML.T0034"],
    why: "A key that was meant for maps asks Gemini at your cost as soon as that API is on, and reads the files that were given to it.",
    mend: "Restrict the key to the APIs that it is for.",
    mends: {
      terraform:
        'restrictions {\n  api_targets {\n    service = "maps-backend.googleapis.com"\n  }\n}',
      gcloud: "gcloud services api-keys update {name} --api-target=service=SERVICE",
    },
    since: "0.2.0",
    examples: {
      found: [
        { path: "main.tf", code: 'resource "google_apikeys_key" "it" {\n  name = "app"\n}\n' },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_apikeys_key" "it" {\n  name = "app"\n  restrictions {\n    api_targets {\n      service = "translate.googleapis.com"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: apiKey,
  judge: ({ facts }) => mustBeSet(facts.targets),
});
