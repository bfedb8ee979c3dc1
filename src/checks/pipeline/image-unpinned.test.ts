import { expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import {
  dockerfile,
  compose,
  findingsIn,
  gitlab,
  jenkins,
  workflow,
} from "../../testing/pipeline-cases.ts";
import { imageUnpinned } from "./image-unpinned.ts";

const digest = `sha256:${"0f3a1c2b".repeat(8)}`;

checkCases(imageUnpinned, {
  found: [
    dockerfile("FROM python"),
    dockerfile("FROM --platform=linux/amd64 nvcr.io/nvidia/pytorch:24.05-py3 AS base"),
    dockerfile("ARG TAG=latest\nFROM python:${TAG}"),
    dockerfile("FROM python:${TAG:-3}"),
    dockerfile("FROM registry:5000/team/app"),
    dockerfile(`FROM a@${digest}\nCOPY --from=ghcr.io/astral-sh/uv:latest /uv /bin/`),
    workflow({ job: "container: pytorch/pytorch:latest\n    steps: []" }),
    workflow({ job: "services:\n      db:\n        image: postgres:16\n    steps: []" }),
    workflow({ steps: "- uses: docker://alpine:3" }),
    gitlab("image: python:3.12\njob:\n  stage: test\n  script: x\n"),
    gitlab("job:\n  stage: test\n  image:\n    name: python\n  script: x\n"),
    jenkins("pipeline { agent { docker { image 'python:3' } } }"),
    jenkins('node { docker.image("python:3").inside { sh "x" } }'),
    compose("mlflow:\n    image: ghcr.io/mlflow/mlflow"),
    {
      kind: "yaml",
      path: "azure-pipelines.yml",
      code: "jobs:\n- job: a\n  container: ubuntu:latest\n  steps:\n  - script: x\n",
    },
  ],
  clean: [
    dockerfile(`FROM python:3.12@${digest}`),
    dockerfile("FROM scratch"),
    dockerfile(
      `FROM a@${digest} AS base\nFROM base AS next\nCOPY --from=base /a /b\nCOPY --from=0 /a /b`,
    ),
    dockerfile("ARG BASE\nFROM ${BASE}"),
    dockerfile("FROM python:$TAG"),
    workflow({ job: "container: ${{ matrix.image }}\n    steps: []" }),
    gitlab("job:\n  stage: test\n  image: $CI_REGISTRY_IMAGE:$CI_COMMIT_SHA\n  script: x\n"),
    compose("app:\n    build: .\n    image: acme/app:latest"),
  ],
});

test("a version is for the pedantic, a moving tag for everyone", () => {
  expect(findingsIn(imageUnpinned, dockerfile("FROM python:3.12"))[0]?.details.audience).toBe(
    "pedantic",
  );
  expect(
    findingsIn(imageUnpinned, dockerfile("FROM a:nightly"))[0]?.details.audience,
  ).toBeUndefined();
  expect(
    findingsIn(imageUnpinned, dockerfile("FROM a:cuda12-latest"))[0]?.details.audience,
  ).toBeUndefined();
});
