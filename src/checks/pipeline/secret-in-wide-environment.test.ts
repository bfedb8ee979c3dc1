import { expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import { findingsIn, jenkins, workflow } from "../../testing/pipeline-cases.ts";
import { secretInWideEnvironment } from "./secret-in-wide-environment.ts";

const env = "env:\n      T: ${{ secrets.T }}";

checkCases(secretInWideEnvironment, {
  found: [
    workflow({ job: env, steps: "- uses: a/b@v1\n- run: x" }),
    workflow({ top: "env:\n  T: ${{ secrets.T }}", steps: "- run: pip install x\n- run: x" }),
    jenkins(
      "pipeline { environment { T = credentials('t') }\n stages { stage('a') { steps { sh 'pip install x'\n sh 'x' } } } }",
    ),
  ],
  clean: [
    workflow({ job: env, steps: "- run: pip install x && x" }),
    workflow({
      job: "env:\n      T: ${{ secrets.GITHUB_TOKEN }}\n      U: x",
      steps: "- run: pip install x\n- run: x",
    }),
    workflow({ steps: "- uses: a/b@v1\n- run: x\n  env:\n    T: ${{ secrets.T }}" }),
  ],
});

test("where nothing of others runs it is for an audit", () => {
  const [found] = findingsIn(
    secretInWideEnvironment,
    workflow({ job: env, steps: "- run: x\n- run: y" }),
  );
  expect(found?.details.audience).toBe("audit");
});
