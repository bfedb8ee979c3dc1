import { describe, expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import { findingsIn, gitlab, jenkins, workflow } from "../../testing/pipeline-cases.ts";
import { pipelineScriptInjection } from "./pipeline-script-injection.ts";

const run = (body: string, on = "issues"): ReturnType<typeof workflow> =>
  workflow({ on, steps: `- run: ${body}` });

checkCases(pipelineScriptInjection, {
  found: [
    run("echo ${{ github.event.issue.title }}"),
    run("echo ${{ github.event['issue'].body }}"),
    run("echo ${{ github.head_ref }}", "pull_request_target"),
    run("echo ${{ github.head_ref || github.ref_name }}", "[pull_request, push]"),
    run("echo ${{ format('{0}', github.event.comment.body) }}", "issue_comment"),
    run("echo '${{ toJSON(github.event) }}'", "issues"),
    run("echo ${{ toJSON(github) }}", "pull_request"),
    run("echo ${{ github.event.workflow_run.head_branch }}", "workflow_run"),
    run("echo ${{ github.event.commits[0].message }}", "push"),
    run("echo ${{ inputs.tag }}", "workflow_dispatch"),
    run("echo ${{ github.event_name == 'x' && github.head_ref }}", "pull_request"),
    workflow({
      on: "issues",
      steps:
        "- uses: actions/github-script@v7\n  with:\n    script: |\n      f(`${{ github.event.issue.title }}`)",
    }),
    workflow({
      on: "issues",
      steps: "- shell: python\n  run: print('${{ github.event.issue.title }}')",
    }),
    workflow({
      on: "issues",
      steps: "- env:\n    T: ${{ github.event.issue.title }}\n  run: echo ${{ env.T }}",
    }),
    workflow({
      on: "issues",
      steps:
        '- id: t\n  env:\n    T: ${{ github.event.issue.title }}\n  run: echo "title=$T" >> $GITHUB_OUTPUT\n- run: echo ${{ steps.t.outputs.title }}',
    }),
    workflow({
      on: "pull_request_target",
      steps:
        "- id: c\n  uses: tj-actions/changed-files@v40\n- run: lint ${{ steps.c.outputs.all_changed_files }}",
    }),
    {
      kind: "yaml",
      path: "a/action.yml",
      code: "runs:\n  using: composite\n  steps:\n    - shell: bash\n      run: echo ${{ github.head_ref }}\n",
    },
    jenkins('pipeline { stages { stage("x") { steps { sh "echo ${env.CHANGE_TITLE}" } } } }'),
    jenkins('node { sh """\n  python train.py --name $CHANGE_BRANCH\n""" }'),
    jenkins("node { def said = env.GITHUB_COMMENT\n sh(\"run --cmd '${said}'\") }"),
    jenkins('node { sh(script: "x ${params.MODEL}", returnStdout: true) }'),
    {
      kind: "yaml",
      path: "azure-pipelines.yml",
      code: "steps:\n- script: echo $(Build.SourceVersionMessage)\n",
    },
    gitlab('job:\n  stage: x\n  script:\n    - eval "echo $CI_COMMIT_MESSAGE"\n'),
    gitlab('job:\n  stage: x\n  script:\n    - bash -c "echo $CI_MERGE_REQUEST_TITLE"\n'),
  ],
  clean: [
    run("echo ${{ github.event.issue.number }} ${{ github.sha }} ${{ github.repository }}"),
    run("test ${{ github.event.issue.title == 'x' }}"),
    run("test ${{ contains(github.event.issue.body, 'x') && 1 || 2 }}"),
    run("echo ${{ github.event.issue.title }}", "push"),
    run("echo ${{ github.head_ref && 'pr' || 'push' }}", "pull_request"),
    run("echo ${{ matrix.x }} ${{ steps.a.outputs.b }} ${{ secrets.X }}", "pull_request_target"),
    workflow({
      on: "issues",
      steps: '- env:\n    T: ${{ github.event.issue.title }}\n  run: echo "$T"',
    }),
    workflow({
      on: "issues",
      steps: "- uses: a/b@v1\n  with:\n    title: ${{ github.event.issue.title }}",
    }),
    workflow({
      on: "[push, pull_request]",
      steps: "- if: github.event_name == 'push'\n  run: echo ${{ github.head_ref }}",
    }),
    jenkins("node { sh 'echo $CHANGE_TITLE' }"),
    jenkins('node { sh "echo \\${CHANGE_TITLE} ${WORKSPACE} ${env.BUILD_NUMBER}" }'),
    gitlab(
      'job:\n  stage: x\n  script:\n    - echo "$CI_COMMIT_MESSAGE"\n    - bash -c \'echo "$X"\'\n',
    ),
  ],
});

describe("how much it counts", () => {
  test("less where those who may are named", () => {
    const [found] = findingsIn(
      pipelineScriptInjection,
      workflow({
        on: "issue_comment",
        job: 'if: ${{ contains(fromJSON(\'["a", "b"]\'), github.actor) }}',
        steps: "- run: echo ${{ github.event.comment.body }}",
      }),
    );
    expect(found?.details.audience).toBe("pedantic");
  });
  test.each([
    ["issues", "github.event.issue.title", "high", undefined],
    ["pull_request_target", "github.head_ref", "high", undefined],
    ["pull_request", "github.head_ref", "medium", undefined],
    ["push", "github.ref_name", "low", "pedantic"],
    ["workflow_dispatch", "inputs.x", "low", "pedantic"],
  ])("%s %s", (on, path, severity, audience) => {
    const [found] = findingsIn(pipelineScriptInjection, run(`echo \${{ ${path} }}`, on));
    expect(found?.details).toMatchObject({ severity });
    expect(found?.details.audience).toBe(audience);
    expect(found?.text).toBe(`\${{ ${path} }}`);
  });

  test("less where only members come through", () => {
    const [found] = findingsIn(
      pipelineScriptInjection,
      workflow({
        on: "issue_comment",
        job: "if: github.event.comment.author_association == 'MEMBER'",
        steps: "- run: echo ${{ github.event.comment.body }}",
      }),
    );
    expect(found?.details.audience).toBe("pedantic");
  });
});
