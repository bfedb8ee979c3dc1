import { expect, test } from "vitest";
import { commandCases, detailsOf } from "../../testing/command-cases.ts";
import { inferenceServerOpen } from "./inference-server-open.ts";

commandCases(inferenceServerOpen, {
  found: [
    [
      "shell",
      "CUDA_VISIBLE_DEVICES=0 nohup python3 -m vllm.entrypoints.openai.api_server --model m --host=0.0.0.0 &",
    ],
    ["shell", "vllm serve m"],
    ["shell", 'ARGS=(m --host 0.0.0.0)\nvllm serve "${ARGS[@]}"'],
    [
      "shell",
      "docker run --gpus all -p 8080:80 ghcr.io/huggingface/text-generation-inference:3 --model-id m",
    ],
    [
      "yaml",
      "services:\n  a:\n    image: vllm/vllm-openai\n    command: --model m --host 0.0.0.0\n    ports: ['8000:8000']\n",
    ],
    [
      "yaml",
      "containers:\n  - name: a\n    image: lmsysorg/sglang\n    command: [python3, -m, sglang.launch_server]\n    args: [--host, 0.0.0.0]\n",
    ],
    [
      "python",
      "import subprocess, sys\nsubprocess.Popen([sys.executable, '-m', 'sglang.launch_server', '--host', '0.0.0.0'])",
    ],
    ["shell", "llama-server -m x.gguf --host 0.0.0.0"],
  ],
  clean: [
    ["shell", "vllm serve m --host 127.0.0.1"],
    ["shell", "VLLM_API_KEY=$K vllm serve m"],
    ["shell", "vllm bench serve"],
    ["shell", "llama-server -m x.gguf"],
    ["yaml", "services:\n  a:\n    image: vllm/vllm-openai\n    command: --model m\n"],
    ["shell", "litellm --config x.yaml"],
  ],
});

test("counts less where only this machine reaches it", () => {
  const text = "docker run -p 127.0.0.1:8000:8000 vllm/vllm-openai --model m --host 0.0.0.0";
  expect(detailsOf(inferenceServerOpen, "shell", text)).toMatchObject({
    severity: "low",
    audience: "pedantic",
  });
});
