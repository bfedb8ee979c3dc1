import { checkCases } from "../../testing/check-cases.ts";
import { azure, gitlab, workflow } from "../../testing/pipeline-cases.ts";
import { pipelineDebugOn } from "./pipeline-debug-on.ts";

checkCases(pipelineDebugOn, {
  found: [
    gitlab("job:\n  stage: x\n  variables:\n    CI_DEBUG_TRACE: true\n  script: x\n"),
    workflow({ top: "env:\n  ACTIONS_ALLOW_UNSECURE_COMMANDS: true", steps: "- run: x" }),
    workflow({ steps: "- run: x\n  env:\n    ACTIONS_STEP_DEBUG: true" }),
    azure("variables:\n  system.debug: true\nsteps:\n- script: x\n"),
  ],
  clean: [
    gitlab("job:\n  stage: x\n  variables:\n    DEBUG: true\n  script: x\n"),
    workflow({ steps: "- run: x\n  env:\n    ACTIONS_STEP_DEBUG: ${{ secrets.D }}" }),
    azure("variables:\n  system.debug: false\nsteps:\n- script: x\n"),
  ],
});
