import { expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import { findingsIn, gitlab, jenkins } from "../../testing/pipeline-cases.ts";
import { includeUnpinned } from "./include-unpinned.ts";

const sha = "0f3a1c2b4d5e6f708192a3b4c5d6e7f809182736";

checkCases(includeUnpinned, {
  found: [
    gitlab("include: https://a.example/x.yml\n"),
    gitlab("include:\n  - project: a/b\n    file: x.yml\n"),
    gitlab("include:\n  - project: a/b\n    ref: main\n    file: x.yml\n"),
    gitlab("include:\n  - component: gitlab.com/a/b/scan@~latest\n"),
    jenkins("@Library('shared@main') _\npipeline { agent any }"),
    jenkins("@Library(['a@master', 'b']) _\nnode { }"),
    {
      kind: "yaml",
      path: "azure-pipelines.yml",
      code: "resources:\n  repositories:\n  - repository: t\n    type: github\n    name: a/b\nsteps:\n- script: x\n",
    },
  ],
  clean: [
    gitlab(`include:\n  - project: a/b\n    ref: ${sha}\n    file: x.yml\n`),
    gitlab("include:\n  - local: /x.yml\n  - template: Jobs/SAST.gitlab-ci.yml\n"),
    gitlab("include:\n  - remote: https://a.example/x.yml\n    integrity: sha256-abc=\n"),
    gitlab(`include:\n  - component: $CI_SERVER_FQDN/a/b/c@${sha}\n`),
    jenkins(`@Library('shared@${sha}') _\npipeline { agent any }`),
  ],
});

test("only what comes from anywhere counts for everyone", () => {
  const [remote] = findingsIn(includeUnpinned, gitlab("include: https://a.example/x.yml\n"));
  expect(remote?.details.audience).toBeUndefined();
  const [project] = findingsIn(includeUnpinned, gitlab("include:\n  - project: a/b\n"));
  expect(project?.details.audience).toBe("pedantic");
});
