import { expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import { findingsIn, workflow, type PipelineCase } from "../../testing/pipeline-cases.ts";
import { agentPromptFromStrangers } from "./agent-prompt-from-strangers.ts";

const claude = (inputs: string, on = "issues", job?: string): PipelineCase =>
  workflow({ on, job, steps: `- uses: anthropics/claude-code-action@v1\n  with:\n    ${inputs}` });
const body = 'prompt: "See ${{ github.event.issue.body }}"';

checkCases(agentPromptFromStrangers, {
  found: [
    claude(body),
    claude('prompt: Look at the issue\n    allowed_non_write_users: "*"'),
    claude('prompt: "${{ github.event.pull_request.title }}"', "pull_request"),
    workflow({
      on: "issue_comment",
      steps: '- run: gemini -p "$BODY"\n  env:\n    BODY: ${{ github.event.comment.body }}',
    }),
    workflow({
      on: "issues",
      steps:
        "- uses: actions/ai-inference@v1\n  with:\n    prompt: |\n      ${{ github.event.issue.title }}",
    }),
  ],
  clean: [
    claude("prompt: Look at the issue"),
    claude("prompt: Issue ${{ github.event.issue.number }}"),
    claude(body, "push"),
    workflow({
      on: "issues",
      steps: '- run: echo "$BODY"\n  env:\n    BODY: ${{ github.event.issue.body }}',
    }),
  ],
});

test("an agent that asks nobody is worse, one for members better", () => {
  const bold = claude(`${body}\n    claude_args: --dangerously-skip-permissions`);
  expect(findingsIn(agentPromptFromStrangers, bold)[0]?.details.severity).toBe("high");
  const members = claude(body, "issues", "if: github.event.issue.author_association == 'OWNER'");
  expect(findingsIn(agentPromptFromStrangers, members)[0]?.details.audience).toBe("pedantic");
});
