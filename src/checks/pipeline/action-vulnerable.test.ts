import { checkCases } from "../../testing/check-cases.ts";
import { workflow, type PipelineCase } from "../../testing/pipeline-cases.ts";
import { actionVulnerable } from "./action-vulnerable.ts";

const uses = (text: string): PipelineCase => workflow({ steps: `- uses: ${text}` });

checkCases(actionVulnerable, {
  found: [
    uses("tj-actions/changed-files@v45"),
    uses("tj-actions/changed-files@v46.0.0"),
    uses("tj-actions/branch-names@v8.2.0"),
    uses("actions/download-artifact@v4.1.2"),
    uses("ultralytics/actions@v0.0.2"),
  ],
  clean: [
    uses("tj-actions/changed-files@v46"),
    uses("tj-actions/changed-files@0f3a1c2b4d5e6f708192a3b4c5d6e7f809182736"),
    uses("actions/download-artifact@v4"),
    uses("actions/download-artifact@v3.0.2"),
    uses("actions/checkout@v1"),
  ],
});
