import { describe, expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import { findingsIn, workflow } from "../../testing/pipeline-cases.ts";
import { actionUnpinned } from "./action-unpinned.ts";

const sha = "0f3a1c2b4d5e6f708192a3b4c5d6e7f809182736";

checkCases(actionUnpinned, {
  found: [
    workflow({ steps: "- uses: a/b@v1" }),
    workflow({ steps: "- uses: a/b" }),
    workflow({ steps: "- uses: actions/checkout@v4" }),
    workflow({ steps: "- uses: a/b/sub/dir@feature/x" }),
    workflow({ job: "uses: a/b/.github/workflows/c.yml@main" }),
    {
      kind: "yaml",
      path: "tools/action.yaml",
      code: "name: x\nruns:\n  using: composite\n  steps:\n    - uses: a/b@main\n",
    },
  ],
  clean: [
    workflow({ steps: `- uses: a/b@${sha} # v1` }),
    workflow({ steps: "- uses: ./tools/x\n- uses: ../x" }),
    workflow({ steps: "- uses: docker://alpine:3" }),
    workflow({ job: "uses: ./.github/workflows/c.yml" }),
    { kind: "yaml", path: "azure-pipelines.yml", code: "steps:\n- task: UsePythonVersion@0\n" },
  ],
});

describe("how much it counts", () => {
  test.each([
    ["actions/checkout@v4", "low", "pedantic"],
    ["docker/login-action@v3.1.0", "low", "pedantic"],
    ["someone/thing@v1", "low", undefined],
    ["pypa/gh-action-pypi-publish@release/v1", "low", "pedantic"],
    ["pypa/gh-action-pypi-publish@master", "medium", undefined],
    ["someone/thing@main", "medium", undefined],
  ])("%s", (uses, severity, audience) => {
    const [found] = findingsIn(actionUnpinned, workflow({ steps: `- uses: ${uses}` }));
    expect(found?.details.severity).toBe(severity);
    expect(found?.details.audience).toBe(audience);
  });
});
