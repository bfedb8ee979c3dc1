import { mustNotBe } from "../../../infra/answer.ts";
import { repository } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

export const artifactRegistryNotScanned = defineInfraCheck({
  meta: {
    id: "artifact-registry-not-scanned",
    code: "PV-GCP-114",
    title: "Images of a repository are not scanned",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1395", "ATLAS:AML.T0010.001"],
    why: "Known holes in what you serve models with go unseen.",
    mend: "Leave scanning to what the project says, and switch Container Scanning on there.",
    mends: {
      terraform: 'vulnerability_scanning_config {\n  enablement_config = "INHERITED"\n}',
      gcloud:
        "gcloud artifacts repositories update {name} --location={region} --allow-vulnerability-scanning",
    },
    blind: "Whether Container Scanning is on in the project.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_artifact_registry_repository" "it" {\n  repository_id = "ml"\n  location      = "us"\n  format        = "DOCKER"\n  vulnerability_scanning_config {\n    enablement_config = "DISABLED"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_artifact_registry_repository" "it" {\n  repository_id = "ml"\n  location      = "us"\n  format        = "DOCKER"\n}\n',
        },
      ],
    },
  },
  on: repository,
  judge: ({ facts }) =>
    facts.format.kind === "known" && facts.format.value !== "DOCKER"
      ? undefined
      : mustNotBe(facts.scanning, "DISABLED"),
});
