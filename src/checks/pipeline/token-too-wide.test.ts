import { expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import { findingsIn, workflow } from "../../testing/pipeline-cases.ts";
import { tokenTooWide } from "./token-too-wide.ts";

checkCases(tokenTooWide, {
  found: [
    workflow({ top: "permissions: write-all", steps: "- run: x" }),
    workflow({ top: "permissions: {}", job: "permissions: write-all", steps: "- run: x" }),
    workflow({ steps: "- run: x" }),
    {
      ...workflow({}),
      code: "on: push\npermissions:\n  contents: write\njobs:\n  a:\n    runs-on: x\n  b:\n    runs-on: x\n",
    },
  ],
  clean: [
    workflow({ top: "permissions: {}", steps: "- run: x" }),
    workflow({ top: "permissions: read-all", steps: "- run: x" }),
    workflow({ job: "permissions:\n      contents: write", steps: "- run: x" }),
    workflow({ top: "permissions:\n  contents: write", steps: "- run: x" }),
  ],
});

test("what is missing is for the pedantic, but where strangers start it", () => {
  const audience = (on: string): unknown =>
    findingsIn(tokenTooWide, workflow({ on, steps: "- run: x" }))[0]?.details.audience;
  expect(audience("push")).toBe("pedantic");
  expect(audience("issue_comment")).toBeUndefined();
});
