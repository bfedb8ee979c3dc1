import { checkCases } from "../../testing/check-cases.ts";
import { workflow, type PipelineCase } from "../../testing/pipeline-cases.ts";
import { conditionAlwaysTrue } from "./condition-always-true.ts";

const condition = (text: string): PipelineCase => workflow({ steps: `- if: ${text}\n  run: x` });

checkCases(conditionAlwaysTrue, {
  found: [
    condition("${{ a }} && ${{ b }}"),
    condition("${{ a }} == 'x'"),
    condition("|\n    ${{ a &&\n    b }}"),
    condition('" ${{ a }}"'),
    workflow({ job: "if: ${{ false }} || true", steps: "- run: x" }),
  ],
  clean: [
    condition("${{ a && b }}"),
    condition("a == 'x'"),
    condition("|\n    a &&\n    b"),
    condition(">-\n    ${{ a &&\n    b }}"),
  ],
});
