import { mustBe } from "../../../infra/answer.ts";
import { repository } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

export const artifactRegistryTagsMutable = defineInfraCheck({
  meta: {
    id: "artifact-registry-tags-mutable",
    code: "PV-GCP-113",
    title: "Images are exchanged under their tags",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-494", "ATLAS:AML.T0010.004"],
    why: "Who can push decides what the next job or endpoint runs under the name that you checked.",
    mend: "Make tags immutable.",
    mends: {
      terraform: "docker_config {\n  immutable_tags = true\n}",
      gcloud: "gcloud artifacts repositories update {name} --location={region} --immutable-tags",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_artifact_registry_repository" "it" {\n  repository_id = "ml"\n  location      = "us"\n  format        = "DOCKER"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_artifact_registry_repository" "it" {\n  repository_id = "ml"\n  location      = "us"\n  format        = "DOCKER"\n  docker_config {\n    immutable_tags = true\n  }\n}\n',
        },
      ],
    },
  },
  on: repository,
  judge: ({ facts }) =>
    facts.format.kind === "known" && facts.format.value !== "DOCKER"
      ? undefined
      : facts.mode.kind === "known" && facts.mode.value !== "STANDARD_REPOSITORY"
        ? undefined
        : mustBe(facts.immutable, true),
});
