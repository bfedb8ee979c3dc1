import { mustBe, all, mustNotBe } from "../../../infra/answer.ts";
import { runtimeTemplate } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const colabNeverIdle = defineInfraCheck({
  meta: {
    id: "colab-never-idle",
    code: "PV-GCP-091",
    title: "Colab runtimes are never shut down for idleness",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-404", "ATLAS:AML.T0034"],
    why: "A runtime that nobody looks at keeps its tokens and its cost.",
    mend: "Leave idle shutdown on.",
    mends: { terraform: 'idle_shutdown_config {\n  idle_timeout = "10800s"\n}' },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "snapshot.jsonl",
          code: '{"pavise":"snapshot","version":1,"dialect":"gcp"}\n{"type":"aiplatform.googleapis.com/NotebookRuntimeTemplate","address":"//aiplatform.googleapis.com/projects/123/locations/us-central1/notebookRuntimeTemplates/1","body":{"name":"projects/123/locations/us-central1/notebookRuntimeTemplates/1","idleShutdownConfig":{"idleShutdownDisabled":true}}}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_colab_runtime_template" "it" {\n  name         = "t"\n  display_name = "t"\n  location     = "us-central1"\n  idle_shutdown_config {\n    idle_timeout = "3600s"\n  }\n}\n',
        },
      ],
    },
  },
  on: runtimeTemplate,
  judge: ({ facts }) => all(mustBe(facts.idleOff, false), mustNotBe(facts.idleTimeout, "0s")),
});
