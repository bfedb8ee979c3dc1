import { describe, expect, test } from "vitest";
import { parseAsset } from "../../checks/parse.ts";
import type { AssetKind } from "../../core/index.ts";
import type { PipelineView } from "./view.ts";

function read(path: string, text: string, kind: AssetKind = "yaml"): PipelineView | undefined {
  return parseAsset({ kind, path, text }).views.pipeline;
}

const shown = (text: string, spans: readonly { start: number; end: number }[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

describe("a file is known by its path and its content", () => {
  test.each([
    [".github/workflows/a.yml", "on: push\njobs: {a: {runs-on: x, steps: []}}\n", "github"],
    [".gitea/workflows/a.yaml", "on: push\njobs: {a: {runs-on: x}}\n", "github"],
    ["templates/ci.yml", "on: push\njobs: {a: {runs-on: x}}\n", "github"],
    ["x/action.yml", "runs: {using: composite, steps: []}\n", "github-action"],
    [".gitlab-ci.yml", "image: x\na: {script: b}\n", "gitlab"],
    ["ci/train.gitlab-ci.yml", "a: {script: b}\n", "gitlab"],
    ["ci/train.yml", "a: {stage: b, script: c}\n", "gitlab"],
    ["azure-pipelines.yml", "steps: [{script: a}]\n", "azure"],
    ["ci/steps.yml", "steps: [{task: A@1}]\n", "azure"],
    ["docker-compose.yml", "services: {a: {image: b}}\n", "compose"],
    [".github/dependabot.yml", "version: 2\nupdates: []\n", undefined],
    [
      ".circleci/config.yml",
      "version: 2\njobs: {a: {docker: [{image: b}], steps: [checkout]}}\n",
      undefined,
    ],
    ["dvc.yaml", "stages: {a: {cmd: b}}\n", undefined],
    ["conf/a.yaml", "model: {script: a}\n", undefined],
    ["k8s.yaml", "apiVersion: v1\nkind: Pod\nspec: {script: a, stage: b}\n", undefined],
    [".pre-commit-config.yaml", "repos: [{repo: a, rev: b}]\n", undefined],
  ])("%s", (path, text, system) => {
    expect(read(path, text)?.system).toBe(system);
  });
  test.each([
    ["Jenkinsfile", "node { sh 'a' }", "jenkins"],
    ["ci/Jenkinsfile.gpu", "pipeline { }", "jenkins"],
    ["ci/build.groovy", "pipeline {\n}", "jenkins"],
    ["src/a.groovy", "class A { }", undefined],
    ["Jenkinsfile.md", "a", undefined],
  ])("%s", (path, text, system) => {
    expect(read(path, text, "text")?.system).toBe(system);
  });
});

test("GitHub: jobs, steps, what they use and run", () => {
  const text = `on:
  push:
  pull_request:
permissions: { contents: read }
jobs:
  a:
    runs-on: { group: g, labels: [l] }
    container: c:1
    steps:
      - uses: Owner/Name/sub@v1 # comment
        with: { x: y }
      - run: |
          pip install \\
            a
          b
      - shell: pwsh
        run: c
      - uses: nick-fields/retry@v3
        with: { command: d e }
  b:
    uses: ./x.yml
    secrets: inherit
`;
  const view = read(".github/workflows/a.yml", text)!;
  expect(view.triggers.map(({ name }) => name)).toEqual(["push", "pull_request"]);
  expect(view.permissions?.scopes).toMatchObject([{ name: "contents", access: "read" }]);
  const [a, b] = view.jobs;
  expect(a?.runner.map(({ value }) => value)).toEqual(["g", "l"]);
  expect(a?.steps[0]?.uses).toMatchObject({ kind: "action", name: "owner/name/sub", ref: "v1" });
  expect(a?.steps.map(({ commands }) => commands.map(({ program }) => program))).toEqual([
    [],
    ["pip", "b"],
    [],
    ["d"],
  ]);
  expect(shown(text, a?.steps[1]?.commands ?? [])[1]).toBe("b");
  expect(view.images.map(({ reference }) => reference)).toEqual(["c:1"]);
  expect(b?.uses?.kind).toBe("local");
  expect(b?.inheritsSecrets).toBeDefined();
});

test("GitLab: what is extended, referenced and merged", () => {
  const text = `.base:
  before_script: [a]
  variables: { X: "1" }
  script: [from-base]
.more:
  script: [c]
one:
  extends: .base
  variables: { Y: "2" }
two:
  extends: [.base, .more]
  image: { name: "i:1" }
three:
  script:
    - !reference [.more, script]
    - d
default:
  before_script: [e]
`;
  const view = read(".gitlab-ci.yml", text)!;
  const programs = view.jobs.map(({ id, steps }) => [
    id,
    ...steps.flatMap(({ commands }) => commands.map(({ program }) => program)),
  ]);
  expect(programs).toEqual([
    ["one", "a", "from-base"],
    ["two", "a", "c"],
    ["three", "e", "c", "d"],
  ]);
  expect(view.jobs[0]?.environment.map(({ name }) => name)).toEqual(["X", "Y"]);
  expect(view.images.map(({ reference }) => reference)).toEqual(["i:1"]);
});

test("Azure: stages, conditions, deployments, tasks", () => {
  const text = `pool: { vmImage: ubuntu-latest }
stages:
- stage: s
  jobs:
  - job: a
    pool: gpus
    steps:
    - \${{ if eq(1, 1) }}:
      - bash: b
    - task: AzureCLI@2
      inputs: { scriptType: bash, inlineScript: c }
  - deployment: d
    environment: e
    strategy: { runOnce: { deploy: { steps: [{ script: f }] } } }
`;
  const { jobs } = read("azure-pipelines.yml", text)!;
  expect(jobs.map(({ id, runner }) => [id, ...runner.map(({ value }) => value)])).toEqual([
    ["a", "gpus"],
    ["d"],
  ]);
  expect(
    jobs.map(({ steps }) => steps.flatMap((step) => step.commands.map((c) => c.program))),
  ).toEqual([["b", "c"], ["f"]]);
  expect(jobs[1]?.isGuardedByEnvironment).toBe(true);
});

test("Jenkins: stages, scripts, escapes, credentials", () => {
  const text = String.raw`pipeline {
  agent { docker { image 'a:1' } } // sh 'no'
  environment { K = credentials('k') }
  stages {
    stage('One') {
      agent { label 'gpu' }
      steps {
        sh "echo \"${"$"}{env.X}\" \$HOME && b"
        withCredentials([string(credentialsId: 'c', variable: 'T')]) {
          sh '''
            c 'd'
          '''
        }
        sh(returnStatus: true, script: 'e')
        echo "f"
      }
    }
  }
}`;
  const view = read("Jenkinsfile", text, "text")!;
  const [job] = view.jobs;
  expect(view.jobs.map(({ id, runner }) => [id, runner[0]?.value])).toEqual([["One", "gpu"]]);
  expect(job?.steps.map(({ commands }) => commands.map(({ program }) => program))).toEqual([
    ["echo", "b"],
    ["c"],
    ["e"],
  ]);
  const [first, second, third] = job?.steps ?? [];
  expect(first?.scripts[0]?.filled?.map(({ value }) => value)).toEqual(["env.X"]);
  expect(second?.environment.map(({ name }) => name)).toEqual(["T"]);
  expect(third?.ignoresFailure).toBeDefined();
  expect(view.environment.map(({ name }) => name)).toEqual(["K"]);
  expect(view.images.map(({ reference }) => reference)).toEqual(["a:1"]);
  expect(shown(text, second?.commands ?? [])).toEqual(["c 'd'"]);
});

test("Dockerfile: stages that begin from one another, arguments filled in", () => {
  const text = `ARG V=3.12
FROM --platform=x python:\${V} AS Base
USER app
FROM base AS next
COPY --from=ghcr.io/a/b:1 /a /b
FROM other:$UNKNOWN
`;
  const { stages, images } = read("Dockerfile", text, "dockerfile")!;
  expect(stages.map(({ name, from }) => [name, from?.name])).toEqual([
    ["base", undefined],
    ["next", "base"],
    [undefined, undefined],
  ]);
  expect(images.map(({ reference, isKnown }) => [reference, isKnown])).toEqual([
    ["python:3.12", true],
    ["ghcr.io/a/b:1", true],
    ["other:$UNKNOWN", false],
  ]);
});

test("Compose: images, ports and what is built", () => {
  const text = `services:
  a: { image: "x:\${V:-1}", ports: ["80:80", { target: 81, published: 82, host_ip: 127.0.0.1 }] }
  b: { build: { context: ., args: [TOKEN] }, image: mine }
`;
  const { services, images } = read("compose.yaml", text)!;
  expect(services.map(({ name, isBuilt }) => [name, isBuilt])).toEqual([
    ["a", false],
    ["b", true],
  ]);
  expect(services[0]?.ports.map(({ value }) => value)).toEqual(["80:80", "127.0.0.1:82:81"]);
  expect(services[1]?.buildArguments.map(({ name }) => name)).toEqual(["TOKEN"]);
  expect(images.map(({ reference }) => reference)).toEqual(["x:1"]);
});
