import { expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import { findingsIn, workflow } from "../../testing/pipeline-cases.ts";
import { secretsInherited } from "./secrets-inherited.ts";

const own = workflow({ job: "uses: ./.github/workflows/x.yml\n    secrets: inherit" });

checkCases(secretsInherited, {
  found: [own, workflow({ job: "uses: a/b/.github/workflows/x.yml@v1\n    secrets: inherit" })],
  clean: [
    workflow({ job: "uses: a/b/.github/workflows/x.yml@v1" }),
    workflow({
      job: "uses: a/b/.github/workflows/x.yml@v1\n    secrets:\n      A: ${{ secrets.A }}",
    }),
  ],
});

test("an own workflow is for the pedantic", () => {
  expect(findingsIn(secretsInherited, own)[0]?.details.audience).toBe("pedantic");
});
