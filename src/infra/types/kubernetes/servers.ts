import { walk } from "../../fact.ts";
import type { Value } from "../../value.ts";
import { wantsAccelerator, type Container, type Pod } from "./pods.ts";

/** A program of machine learning that people and programs reach over the network. */
export interface Server {
  readonly name: string;
  /** What it asks for before it answers, unless it is told to. */
  readonly login: "none" | "optional" | "own";
  /** Options and variables that make one with an optional login ask for it. */
  readonly keys: readonly string[];
  /** What somebody who reaches it can do. */
  readonly harm: "code" | "model";
}

interface Known extends Server {
  readonly image: RegExp;
  readonly command: RegExp;
}

/**
 * Programs by their images and by how they are started. What they do without a login is from their
 * manuals: Triton, TensorFlow Serving and Ollama have none; vLLM and TGI take `--api-key`; TorchServe
 * has tokens since 0.12; Jupyter has one unless it is turned off; Ray runs what anybody sends to it
 * (CVE-2023-48022), and knows tokens since 2.52.
 */
const known: readonly Known[] = [
  server("Triton", {
    login: "none",
    harm: "model",
    image: /tritonserver/,
    command: /^tritonserver$/,
  }),
  server("vLLM", {
    login: "optional",
    harm: "model",
    image: /(?:^|\/)vllm(?:-openai|-cpu|-rocm|-gpu|-dev)?(?:[:@]|$)/,
    command: /^(?:vllm|vllm\.entrypoints\S*)$/,
    keys: ["--api-key", "VLLM_API_KEY"],
  }),
  server("Text Generation Inference", {
    login: "optional",
    harm: "model",
    image: /text-generation-inference|huggingface-pytorch-tgi/,
    command: /^text-generation-launcher$/,
    keys: ["--api-key", "API_KEY"],
  }),
  server("Text Embeddings Inference", {
    login: "optional",
    harm: "model",
    image: /text-embeddings-inference/,
    command: /^text-embeddings-router$/,
    keys: ["--api-key", "API_KEY"],
  }),
  server("SGLang", {
    login: "optional",
    harm: "model",
    image: /(?:^|\/)sglang(?:[:@/-]|$)/,
    command: /^sglang\.launch_server$/,
    keys: ["--api-key"],
  }),
  server("llama.cpp", {
    login: "optional",
    harm: "model",
    image: /llama\.cpp|llama-cpp/,
    command: /^(?:llama-server|llama_cpp\.server)$/,
    keys: ["--api-key", "--api-key-file", "LLAMA_API_KEY"],
  }),
  server("TorchServe", {
    login: "own",
    harm: "code",
    image: /(?:^|\/)torchserve/,
    command: /^torchserve$/,
  }),
  server("TensorFlow Serving", {
    login: "none",
    harm: "model",
    image: /tensorflow\/serving|tensorflow-serving/,
    command: /^tensorflow_model_server$/,
  }),
  server("Ollama", {
    login: "none",
    harm: "model",
    image: /(?:^|\/)ollama(?:[:@]|$)/,
    command: /^ollama$/,
  }),
  server("MLflow", {
    login: "optional",
    harm: "model",
    image: /(?:^|\/)mlflow(?:-server|-tracking)?(?:[:@]|$)/,
    command: /^mlflow$/,
    keys: ["--app-name", "MLFLOW_AUTH_CONFIG_PATH", "MLFLOW_FLASK_SERVER_SECRET_KEY"],
  }),
  server("Ray", {
    login: "optional",
    harm: "code",
    image: /(?:^|\/)rayproject\/ray|(?:^|\/)ray(?:-ml|-llm)?[:@]/,
    command: /^ray$/,
    keys: ["RAY_AUTH_MODE"],
  }),
  server("JupyterHub", {
    login: "own",
    harm: "code",
    image: /jupyterhub\/|k8s-hub/,
    command: /^jupyterhub$/,
  }),
  server("Jupyter", {
    login: "own",
    harm: "code",
    image: /(?:^|\/)jupyter\/|(?:^|\/)[\w-]*-notebook(?:[:@]|$)|notebook-servers\//,
    command: /^jupyter(?:-\w+)?$|start-(?:notebook|singleuser)/,
  }),
  server("TensorBoard", {
    login: "none",
    harm: "model",
    image: /(?:^|\/)tensorboard/,
    command: /^tensorboard$/,
  }),
  server("Seldon MLServer", {
    login: "none",
    harm: "model",
    image: /seldonio\/mlserver/,
    command: /^mlserver$/,
  }),
  server("Qdrant", {
    login: "optional",
    harm: "model",
    image: /(?:^|\/)qdrant(?:[:@]|$)/,
    command: /^qdrant$/,
    keys: ["QDRANT__SERVICE__API_KEY"],
  }),
  server("Chroma", {
    login: "none",
    harm: "model",
    image: /(?:^|\/)chroma(?:db)?(?:[:@]|$)/,
    command: /^chroma$/,
  }),
];

function server(
  name: string,
  rest: Omit<Known, "name" | "keys"> & { readonly keys?: readonly string[] },
): Known {
  return { name, keys: [], ...rest };
}

/** What a container serves; undefined where it is nothing that we know. */
export function serverIn(container: Container): Server | undefined {
  if (container.isInit) return undefined;
  const image = leadOf(container.body.entries.get("image")).split("@", 1)[0] ?? "";
  const programs = programsOf(container);
  return known.find(
    ({ image: form, command }) => form.test(image) || programs.some((each) => command.test(each)),
  );
}

/** The text of a value as far as it is known: parts that are not are left out. */
function leadOf(value: Value | undefined): string {
  if (value?.kind === "scalar") return String(value.value ?? "").slice(0, 1_000);
  if (value?.kind === "template")
    return value.parts
      .map((part) => (typeof part === "string" ? part : ""))
      .join("")
      .slice(0, 1_000);
  return value?.kind === "choice" ? leadOf(value.options[0]) : "";
}

const maxWords = 400;

/** Command and arguments of a container in words; programs by their names without a path. */
export function wordsOf({ body }: Container): readonly string[] {
  const words: string[] = [];
  for (const key of ["command", "args"]) {
    const list = body.entries.get(key);
    if (list?.kind !== "list") continue;
    for (const item of list.items.slice(0, maxWords)) {
      for (const word of leadOf(item).split(/\s+/)) {
        if (words.length >= maxWords) return words;
        words.push(word.startsWith("/") ? word.slice(word.lastIndexOf("/") + 1) : word);
      }
    }
  }
  return words;
}

/** What a container starts: the first word of its command, and those of a script after `-c`. */
function programsOf({ body }: Container): readonly string[] {
  const items = ["command", "args"].flatMap((key) => {
    const list = body.entries.get(key);
    return list?.kind === "list" ? list.items.slice(0, maxWords).map(leadOf) : [];
  });
  return items.flatMap((item, at) => {
    const before = items[at - 1] ?? "";
    return at === 0 || /^-(?:[a-z]*c|m)$/.test(before) ? startsOf(item) : [];
  });
}

/** The programs that the lines of a script start. */
function startsOf(script: string): readonly string[] {
  return script.split(/&&|\|\||[;|\n]/).flatMap((line) => {
    const words = line.trim().split(/\s+/, 20);
    let at = 0;
    while (/^(?:\w+=.*|exec|sudo|nohup|env|time)$/.test(words[at] ?? "")) at++;
    const module = words.indexOf("-m", at);
    const program = words[at] ?? "";
    const name = program.slice(program.lastIndexOf("/") + 1);
    return /^python[\d.]*$/.test(name) && module > 0 ? [words[module + 1] ?? ""] : [name];
  });
}

/** The variables of a container that are written out, with what they are set to. */
export function variablesOf({ body }: Container): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  const list = body.entries.get("env");
  if (list?.kind !== "list") return found;
  for (const item of list.items) {
    const each = item.kind === "choice" ? item.options[0] : item;
    if (each?.kind !== "map") continue;
    const name = each.entries.get("name");
    if (name?.kind === "scalar") found.set(String(name.value), each.entries.get("value") ?? each);
  }
  return found;
}

/** True where a server with an optional login is told to ask for it. */
export function asksForKey(container: Container, { keys }: Server): boolean {
  const words = wordsOf(container);
  const variables = variablesOf(container);
  return keys.some(
    (key) => variables.has(key) || words.some((word) => word === key || word.startsWith(`${key}=`)),
  );
}

const modelKinds =
  /^(?:serving\.kserve\.io|machinelearning\.seldon\.io|mlops\.seldon\.io|kubeflow\.org|trainer\.kubeflow\.org|ray\.io)\//;

/** True for pods that hold models, data or notebooks, by their kind, their images or their cards. */
export function isModelPod({ resource, containers }: Pod): boolean {
  return (
    modelKinds.test(resource.type) ||
    containers.some((each) => wantsAccelerator(each) || serverIn(each) !== undefined)
  );
}

/** A port that a container says it listens on, by its name. */
export function portNamed({ body }: Container, name: string): Value | undefined {
  const ports = walk(body, ["ports"]);
  if (ports?.kind !== "list") return undefined;
  const found = ports.items.find((port) => {
    const own = walk(port, ["name"]);
    return own?.kind === "scalar" && own.value === name;
  });
  return walk(found, ["containerPort"]);
}
