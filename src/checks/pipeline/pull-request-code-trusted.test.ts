import { describe, expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import { findingsIn, workflow, type PipelineCase } from "../../testing/pipeline-cases.ts";
import { pullRequestCodeTrusted } from "./pull-request-code-trusted.ts";

const head = "${{ github.event.pull_request.head.sha }}";
const fetch = (ref: string): string => `- uses: actions/checkout@v4\n  with:\n    ref: ${ref}\n`;
const target = (steps: string, job?: string, top?: string): PipelineCase =>
  workflow({ on: "pull_request_target", steps, job, top });

checkCases(pullRequestCodeTrusted, {
  found: [
    target(`${fetch(head)}- run: pytest`),
    target(`${fetch("${{ github.head_ref }}")}- run: make`),
    target(`${fetch("refs/pull/${{ github.event.number }}/merge")}- run: make`),
    target(`${fetch(head)}- uses: ./x`),
    target(`${fetch("${{ env.REF }}")}- run: make`, "env:\n      REF: ${{ github.head_ref }}"),
    workflow({
      on: "issue_comment",
      steps: `- id: b\n  uses: xt0rted/pull-request-comment-branch@v2\n${fetch("${{ steps.b.outputs.head_sha }}")}- run: make`,
    }),
    target("- run: gh pr checkout 1\n- run: make"),
    target("- run: |\n    git fetch origin pull/${{ github.event.number }}/head:x\n    make"),
    workflow({
      on: "workflow_run",
      steps: `${fetch("${{ github.event.workflow_run.head_sha }}")}- run: make`,
    }),
    workflow({
      on: "issue_comment",
      steps: `${fetch("refs/pull/${{ github.event.issue.number }}/head")}- run: make`,
    }),
    target(
      "- uses: actions/checkout@v4\n  with:\n    repository: ${{ github.event.pull_request.head.repo.full_name }}\n- run: make",
    ),
  ],
  clean: [
    target("- uses: actions/checkout@v4\n- run: make"),
    workflow({ on: "pull_request", steps: `${fetch(head)}- run: make` }),
    target(`${fetch("${{ github.event.pull_request.base.sha }}")}- run: make`),
    workflow({
      on: "[pull_request, issue_comment]",
      job: "if: github.event_name == 'pull_request'",
      steps: `${fetch(head)}- run: make`,
    }),
  ],
});

describe("how much it counts", () => {
  const severityOf = (item: PipelineCase): unknown =>
    findingsIn(pullRequestCodeTrusted, item)[0]?.details.severity ?? "high";
  test("less with nothing to steal", () => {
    expect(severityOf(target(`${fetch(head)}- run: x`))).toBe("high");
    expect(severityOf(target(`${fetch(head)}- run: x`, undefined, "permissions: {}"))).toBe(
      "medium",
    );
    const withSecret = `${fetch(head)}- run: x\n  env:\n    T: \${{ secrets.T }}`;
    expect(severityOf(target(withSecret, undefined, "permissions: {}"))).toBe("high");
  });
  test("names the event whose request it is", () => {
    const item = workflow({
      on: "[issue_comment, pull_request_target]",
      steps: `${fetch(head)}- run: x`,
    });
    expect(findingsIn(pullRequestCodeTrusted, item)[0]?.details.message).toContain(
      "`pull_request_target`",
    );
  });
  test("less where nothing is run, or a person looks first", () => {
    expect(severityOf(target(fetch(head)))).toBe("medium");
    expect(severityOf(target(`${fetch(head)}- run: x`, "environment: review"))).toBe("medium");
    const own = "if: github.event.pull_request.head.repo.full_name == github.repository";
    expect(severityOf(target(`${fetch(head)}- run: x`, own))).toBe("low");
  });
});
