import { any, mustBeSet } from "../../../infra/answer.ts";
import { opensGemini } from "../../../infra/gcp/api-keys.ts";
import { apiKey } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpGeminiKeyAnywhere = defineInfraCheck({
  meta: {
    id: "gcp-gemini-key-anywhere",
    code: "PV-GCP-118",
    title: "An API key for Gemini works from anywhere",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-522", "ATLAS:AML.T0034", "OWASP-LLM06:2026"],
    why: "Whoever finds it in a page, an app or a repository has a language model at your cost, and your files in it.",
    mend: "Restrict it to addresses, referrers or apps; better, use service accounts.",
    mends: {
      terraform:
        'restrictions {\n  api_targets {\n    service = "generativelanguage.googleapis.com"\n  }\n  server_key_restrictions {\n    allowed_ips = ["203.0.113.7"]\n  }\n}',
      gcloud: "gcloud services api-keys update {name} --allowed-ips=203.0.113.7",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_apikeys_key" "it" {\n  name = "app"\n  restrictions {\n    api_targets {\n      service = "generativelanguage.googleapis.com"\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_apikeys_key" "it" {\n  name = "app"\n  restrictions {\n    api_targets {\n      service = "generativelanguage.googleapis.com"\n    }\n    server_key_restrictions {\n      allowed_ips = ["203.0.113.7"]\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: apiKey,
  judge: ({ facts }) =>
    opensGemini(facts.targets)
      ? any(
          mustBeSet(facts.servers),
          mustBeSet(facts.browsers),
          mustBeSet(facts.android),
          mustBeSet(facts.ios),
        )
      : undefined,
});
