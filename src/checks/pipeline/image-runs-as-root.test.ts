import { expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import { compose, dockerfile, findingsIn } from "../../testing/pipeline-cases.ts";
import { imageRunsAsRoot } from "./image-runs-as-root.ts";

checkCases(imageRunsAsRoot, {
  found: [
    dockerfile("FROM python:3\nCMD uvicorn a:b"),
    dockerfile('FROM python:3\nUSER app\nUSER root\nENTRYPOINT ["gunicorn", "a:b"]'),
    dockerfile('FROM python:3 AS base\nFROM base\nCMD ["mlflow", "server"]'),
    dockerfile("FROM python:3\nUSER 0:0\nCMD python app.py"),
    dockerfile("FROM python:3\nEXPOSE 80\nRUN make\nCMD python app.py"),
    dockerfile("FROM jupyter/scipy-notebook\nUSER root\nCMD start-notebook.sh"),
    dockerfile("FROM python:3\nCMD python -m vllm.entrypoints.openai.api_server --model x"),
    compose('lab:\n    image: a/b:1\n    user: root\n    ports: ["80:80"]'),
    compose('lab:\n    image: a/b:1\n    user: "0:0"'),
  ],
  clean: [
    compose('lab:\n    image: a/b:1\n    user: "1000:0"\n    ports: ["80:80"]'),
    dockerfile("FROM python:3\nUSER app\nCMD uvicorn a:b"),
    dockerfile("FROM python:3 AS base\nUSER app\nFROM base\nCMD uvicorn a:b"),
    dockerfile("FROM jupyter/scipy-notebook\nCMD start-notebook.sh"),
    dockerfile("FROM gcr.io/distroless/python3:nonroot\nCMD uvicorn a:b"),
    dockerfile("ARG BASE\nFROM $BASE\nCMD uvicorn a:b"),
    dockerfile("FROM python:3\nUSER $UID\nCMD uvicorn a:b"),
    dockerfile("FROM scratch\nCOPY x /x"),
  ],
});

test("a port that is named says that it serves something", () => {
  const item = dockerfile("FROM python:3\nEXPOSE 80\nRUN make\nCMD python -m app.serve");
  expect(findingsIn(imageRunsAsRoot, item)[0]?.details.message).toBe("`app.serve` runs as root");
});

test("an image that serves nothing is for the pedantic", () => {
  expect(
    findingsIn(imageRunsAsRoot, dockerfile("FROM python:3\nCMD python train.py"))[0]?.details
      .audience,
  ).toBe("pedantic");
});
