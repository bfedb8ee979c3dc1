import { checkCases } from "../../testing/check-cases.ts";
import { workflow } from "../../testing/pipeline-cases.ts";
import { botConditionSpoofable } from "./bot-condition-spoofable.ts";

const condition = "if: github.actor == 'dependabot[bot]'";

checkCases(botConditionSpoofable, {
  found: [
    workflow({ on: "pull_request_target", job: condition, steps: "- run: x" }),
    workflow({ on: "workflow_run", steps: `- ${condition} && success()\n  run: x` }),
  ],
  clean: [
    workflow({ on: "pull_request", job: condition, steps: "- run: x" }),
    workflow({
      on: "pull_request_target",
      job: "if: github.actor != 'dependabot[bot]'",
      steps: "- run: x",
    }),
    workflow({
      on: "pull_request_target",
      job: `${condition} && github.event.pull_request.user.login == 'dependabot[bot]'`,
      steps: "- run: x",
    }),
  ],
});
