import { expect, test } from "vitest";
import { runCheck } from "../../testing/check-cases.ts";
import { pipUnsafeVersion } from "./pip-unsafe-version.ts";

const lines = (code: string): number[] =>
  runCheck(pipUnsafeVersion, { code, kind: "text", path: "requirements.txt" }).map(
    ({ line }) => line,
  );

test.each([
  "torch==2.5.1",
  "torch==2.5.1+cu121",
  "torch<2.6",
  "Torch[cuda] >= 2.0, < 2.6",
  "torch~=2.5.0",
  "torch==2.4.*",
  "torch<=2.9.1",
  "langchain_core==0.3.10",
  "langchain-core==1.2.0",
  "litellm==1.82.7",
  "vllm==0.8.4",
  "pyyaml==5.3.1",
])("finds %s", (text) => {
  expect(lines(`${text}\n`)).toEqual([1]);
});

test.each([
  "torch",
  "torch>=2.0",
  "torch==2.10.0",
  "torch<3",
  "torch~=2.5",
  "torch!=2.5.1",
  "torchvision==0.20.1",
  "langchain-core==0.3.81",
  "langchain-core==1.2.5",
  "litellm==1.82.6",
  "litellm<1.82.8",
  "vllm==0.6.4",
  "torch @ https://example.com/torch-2.5.1.whl",
  "# torch==2.5.1",
  "torch==",
])("is silent on %s", (text) => {
  expect(lines(`${text}\n`)).toEqual([]);
});

test("reads commands too", () => {
  const code = "pip install 'numpy' \"torch<2.6\"\n";
  expect(runCheck(pipUnsafeVersion, { code, kind: "shell", path: "a.sh" })).toHaveLength(1);
});
