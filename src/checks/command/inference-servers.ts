import type { Command } from "../../formats/command/view.ts";
import { verbOf } from "./doors.ts";

/** A program that serves a model over HTTP, and how it is opened and closed. */
export interface InferenceServer {
  readonly name: string;
  readonly isStarted: (command: Command) => boolean;
  readonly addresses: readonly string[];
  readonly addressVariables: readonly string[];
  readonly isOpenByDefault: boolean;
  /** Options that make it ask for a key, or leave that to a file. */
  readonly keys: readonly string[];
  readonly keyVariables: readonly string[];
}

function named(...programs: readonly string[]): InferenceServer["isStarted"] {
  return ({ program }) => programs.includes(program);
}

/** Defaults as of 2025: vLLM 0.11, SGLang 0.5, TGI 3, llama.cpp b6000, LMDeploy 0.10, LiteLLM 1.77. */
export const inferenceServers: readonly InferenceServer[] = [
  {
    name: "vLLM",
    isStarted: (command) =>
      (command.program === "vllm" && verbOf(command) === "serve") ||
      /^vllm\.entrypoints\.(?:openai\.)?api_server$/.test(command.program),
    addresses: ["--host", "--uds"],
    addressVariables: [],
    isOpenByDefault: true,
    keys: ["--api-key", "--config"],
    keyVariables: ["VLLM_API_KEY"],
  },
  {
    name: "SGLang",
    isStarted: named("sglang.launch_server"),
    addresses: ["--host"],
    addressVariables: [],
    isOpenByDefault: false,
    keys: ["--api-key", "--config"],
    keyVariables: [],
  },
  {
    name: "Text Generation Inference",
    isStarted: named("text-generation-launcher"),
    addresses: ["--hostname"],
    addressVariables: ["HOSTNAME"],
    isOpenByDefault: true,
    keys: ["--api-key"],
    keyVariables: ["API_KEY"],
  },
  {
    name: "Text Embeddings Inference",
    isStarted: named("text-embeddings-router"),
    addresses: ["--hostname"],
    addressVariables: ["HOSTNAME"],
    isOpenByDefault: true,
    keys: ["--api-key"],
    keyVariables: ["API_KEY"],
  },
  {
    name: "llama.cpp",
    isStarted: named("llama-server", "llama_cpp.server"),
    addresses: ["--host"],
    addressVariables: ["LLAMA_ARG_HOST", "HOST"],
    isOpenByDefault: false,
    keys: ["--api-key", "--api-key-file", "--api_key", "--config_file"],
    keyVariables: ["LLAMA_API_KEY", "API_KEY"],
  },
  {
    name: "LMDeploy",
    isStarted: ({ program, args }) => program === "lmdeploy" && args[0]?.text === "serve",
    addresses: ["--server-name"],
    addressVariables: [],
    isOpenByDefault: true,
    keys: ["--api-keys"],
    keyVariables: [],
  },
  {
    name: "LiteLLM",
    isStarted: named("litellm"),
    addresses: ["--host"],
    addressVariables: ["HOST"],
    isOpenByDefault: true,
    keys: ["--config", "-c", "--help", "--version", "--health"],
    keyVariables: ["LITELLM_MASTER_KEY", "CONFIG_FILE_PATH"],
  },
  {
    name: "FastChat",
    isStarted: named(
      "fastchat.serve.openai_api_server",
      "fastchat.serve.controller",
      "fastchat.serve.model_worker",
    ),
    addresses: ["--host"],
    addressVariables: [],
    isOpenByDefault: false,
    keys: ["--api-keys"],
    keyVariables: [],
  },
  {
    name: "Xinference",
    isStarted: named("xinference-local", "xinference-supervisor", "xinference"),
    addresses: ["-H", "--host"],
    addressVariables: [],
    isOpenByDefault: false,
    keys: ["--auth-config"],
    keyVariables: [],
  },
];
