import { checkCases } from "../../testing/check-cases.ts";
import { workflow, type PipelineCase } from "../../testing/pipeline-cases.ts";
import { environmentFileFromStrangers } from "./environment-file-from-strangers.ts";

const run = (line: string, on = "issues", value = "github.event.issue.title"): PipelineCase =>
  workflow({ on, steps: `- env:\n    T: \${{ ${value} }}\n  run: |\n    ${line}` });

checkCases(environmentFileFromStrangers, {
  found: [
    run('echo "T=$T" >> $GITHUB_ENV'),
    run('echo "T=${T}" >> "${GITHUB_ENV}"'),
    run('echo "$T" >> $GITHUB_PATH'),
    run('echo "T=$T" | tee -a $GITHUB_ENV'),
    run('echo "T=$T" >> $GITHUB_ENV', "pull_request", "github.head_ref"),
  ],
  clean: [
    run('echo "T=$T" >> $GITHUB_OUTPUT'),
    run('echo "T=$X" >> $GITHUB_ENV'),
    run('echo "T=$T" >> $GITHUB_ENV', "push", "github.sha"),
    run('echo "T=$T" >> $GITHUB_ENV', "push", "github.head_ref"),
  ],
});
