import { expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import { findingsIn, workflow, type PipelineCase } from "../../testing/pipeline-cases.ts";
import { runnerOpenToStrangers } from "./runner-open-to-strangers.ts";

const on = (event: string, runner: string): PipelineCase =>
  workflow({ on: event, job: `runs-on: ${runner}`, steps: "- run: x" });

checkCases(runnerOpenToStrangers, {
  found: [
    on("pull_request", "self-hosted"),
    on("[push, pull_request]", "[self-hosted, linux, gpu]"),
    on("pull_request_target", "self-hosted"),
    on("pull_request", "{ group: gpus, labels: [self-hosted] }"),
    on("pull_request", "linux.g5.4xlarge.nvidia.gpu"),
  ],
  clean: [
    on("push", "self-hosted"),
    on("pull_request", "ubuntu-latest"),
    on("pull_request", "${{ matrix.os }}"),
    on("pull_request", "depot-ubuntu-24.04-8"),
    workflow({
      on: "[push, pull_request]",
      job: "if: github.event_name == 'push'\n    runs-on: self-hosted",
      steps: "- run: x",
    }),
    workflow({
      on: "pull_request",
      job: "if: github.event.pull_request.head.repo.fork == false\n    runs-on: self-hosted",
      steps: "- run: x",
    }),
  ],
});

test("counts by what is known of the machine and the event", () => {
  const first = (item: PipelineCase): unknown =>
    findingsIn(runnerOpenToStrangers, item)[0]?.details;
  expect(first(on("pull_request_target", "self-hosted"))).toMatchObject({ severity: "high" });
  expect(first(on("pull_request", "a100"))).toMatchObject({
    audience: "pedantic",
    confidence: "low",
  });
});
