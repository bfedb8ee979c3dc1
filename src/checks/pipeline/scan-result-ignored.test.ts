import { expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import {
  azure,
  findingsIn,
  gitlab,
  jenkins,
  workflow,
  type PipelineCase,
} from "../../testing/pipeline-cases.ts";
import { scanResultIgnored } from "./scan-result-ignored.ts";

const run = (script: string): PipelineCase =>
  workflow({ steps: `- run: |\n    ${script.replaceAll("\n", "\n    ")}` });

checkCases(scanResultIgnored, {
  found: [
    run("bandit -r src || true"),
    run("bandit -r src 2>&1 || true"),
    run("bandit -r src > report.txt || true"),
    run("bandit -r src \\\n  -ll || true"),
    run("gitleaks detect || exit 0"),
    run("pip-audit || :"),
    run("bandit -r src --exit-zero"),
    run("checkov -d . --soft-fail"),
    run("trivy image --exit-code 0 x"),
    run("trivy image x"),
    run("pavise scan . --fail-on none"),
    workflow({ steps: "- run: modelscan -p .\n  continue-on-error: true" }),
    workflow({ job: "continue-on-error: true", steps: "- run: modelscan -p ." }),
    workflow({
      steps: "- uses: aquasecurity/trivy-action@v0\n  with:\n    image-ref: x\n    exit-code: '0'",
    }),
    workflow({ steps: "- uses: bridgecrewio/checkov-action@v12\n  with:\n    soft_fail: true" }),
    gitlab("scan:\n  stage: x\n  script: bandit -r .\n  allow_failure: true\n"),
    jenkins("node { sh(script: 'bandit -r .', returnStatus: true) }"),
    jenkins(
      "pipeline { stages { stage('x') { steps { catchError(buildResult: 'SUCCESS') { sh 'bandit -r .' } } } } }",
    ),
    azure("steps:\n- script: bandit -r .\n  continueOnError: true\n"),
  ],
  clean: [
    run("bandit -r src"),
    run("bandit -r src && make || exit 1"),
    run("bandit -r src\nrm -f x || true"),
    run("bandit -r src; rm x || true"),
    run("bandit -r src || echo failed && exit 1"),
    run("trivy image --exit-code 1 x"),
    run("trivy image --format sarif -o x.sarif x"),
    run("trivy --version || true"),
    run("make || true"),
    run("pip install bandit || true"),
    workflow({ steps: "- run: make\n  continue-on-error: true" }),
    workflow({
      steps:
        "- id: s\n  run: bandit -r .\n  continue-on-error: true\n- if: steps.s.outcome == 'failure'\n  run: exit 1",
    }),
    gitlab("scan:\n  stage: x\n  script: bandit -r .\n  allow_failure: false\n"),
  ],
});

test("what is reported is for an audit", () => {
  const item = workflow({
    steps:
      "- run: bandit -r . -f sarif -o x.sarif || true\n- uses: github/codeql-action/upload-sarif@v3",
  });
  expect(findingsIn(scanResultIgnored, item)[0]?.details.audience).toBe("audit");
});
