import { expect, test } from "vitest";
import { commandCases, detailsOf } from "../../testing/command-cases.ts";
import { trustRemoteCodeOption } from "./trust-remote-code-option.ts";

commandCases(trustRemoteCodeOption, {
  found: [
    ["shell", "accelerate launch train.py --model_name_or_path acme/net --trust_remote_code True"],
    ["shell", "lm_eval --model hf --model_args pretrained=acme/net,trust_remote_code=True"],
    [
      "shell",
      "OPTS='--trust-remote-code'\npython -m vllm.entrypoints.openai.api_server --model $M $OPTS",
    ],
    [
      "yaml",
      "services:\n  a:\n    image: vllm/vllm-openai\n    command: ['--model', 'acme/net', '--trust-remote-code']\n",
    ],
    [
      "python",
      "import subprocess\nsubprocess.run(['vllm', 'serve', model, '--trust-remote-code'])",
    ],
  ],
  clean: [
    ["shell", "vllm serve acme/net"],
    ["shell", "python x.py --trust_remote_code False"],
    ["shell", "# vllm serve acme/net --trust-remote-code"],
    ["shell", "python x.py --trust-remote-code=false"],
  ],
});

test("is judged by what is loaded", () => {
  const serve = (words: string) =>
    detailsOf(trustRemoteCodeOption, "shell", `vllm serve ${words} --trust-remote-code`);
  expect(serve("acme/net")?.severity).toBeUndefined();
  expect(serve("$MODEL")?.severity).toBe("medium");
  expect(serve("./net")?.severity).toBe("low");
  expect(serve(`acme/net --revision ${"a".repeat(40)}`)?.severity).toBe("medium");
});
