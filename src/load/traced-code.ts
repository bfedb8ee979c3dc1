// Code that torch.fx writes of a graph and runs when it reads it again (`torch/fx/graph_module.py`,
// `reduce_graph_module` and `_forward_from_src`: `exec`, and then a trace of what that defines). A graph
// is one function of assignments, each a call of PyTorch, of a module of the object, or of a method of a
// value. Whatever else is in it has no graph behind it.
import { entryOf, textOf, type PickleValue } from "../formats/pickle/value.ts";
import { factsOf, isDangerous, isKnownModule } from "./names.ts";
import { isReaching } from "./plain-code.ts";

const maxCode = 4 * 1024 * 1024;
const maxImports = 16 * 1024;

const networks = /^(?:torch|torchvision|torchaudio|timm|transformers)\./;

/** What torch.fx imports by itself (`torch/fx/graph.py`, `_custom_builtins`), with what is wrapped of libraries. */
const ownImports = new Set([
  "NoneType = type(None)",
  "from math import inf",
  "from math import nan",
  "from torch import device",
  "import torch",
  "import torch.fx",
  "import torch.fx._pytree as fx_pytree",
  "import torch.utils._pytree as pytree",
  "import math",
  "import operator",
  "import _operator",
  "from builtins import getattr as getattr",
  "from builtins import max as max",
  "from builtins import min as min",
  "from builtins import len as len",
  "from builtins import int as int",
  "import torchvision",
]);
const builtIns = new Set(
  "True False None slice range len int float bool str tuple list dict max min sum abs round isinstance Ellipsis".split(
    " ",
  ),
);
const operators = /^(?:for|in|is|not|and|or|if|else|return|def|del|pass)$/;
/** Parts of PyTorch that compute. */
const torchParts =
  /^torch\.(?:nn\.functional|nn\.modules|nn\.init|_C\._nn|_C\._linalg|_C\._fft|_C\._special|_assert|_check|linalg|fft|special|ops\.(?:aten|prims|quantized|quantized_decomposed|torchvision|higher_order|_quantized)|ao\.nn|sym_\w+|functional|Tensor|autograd\.grad_mode|_ops\.aten)\.?|^torch\.[a-z]\w*$/;

/** True where what `reduce_graph_module` is given is a graph's own code. */
export function isTraced(body: PickleValue | undefined, imports: PickleValue | undefined): boolean {
  if (body?.kind !== "dict" || body.entries.length < body.length) return false;
  // A key is looked up as it is written; what is no text may be one when it is compared.
  if (!body.entries.every(([key]) => textOf(key) !== undefined)) return false;
  const codes = body.entries.filter(([key]) => /^_?code$/.test(textOf(key)!));
  const code = textOf(codes.length === 1 ? codes[0]![1] : undefined);
  const block = textOf(imports);
  if (code === undefined || block === undefined || entryOf(body, "_graph") !== undefined)
    return false;
  const names = importedNames(block);
  return names !== undefined && isGraphCode(code, names);
}

/** Names that the imports give; undefined where they import what is no part of a graph. */
function importedNames(block: string): ReadonlySet<string> | undefined {
  const names = new Set(["torch", "math", "operator", "_operator"]);
  if (block.length > maxImports) return undefined;
  for (const line of block.split("\n")) {
    const written = line.trim();
    if (written === "" || ownImports.has(written)) {
      names.add(/(\w+)(?: = type\(None\))?$/.exec(written)?.[1] ?? "");
      if (written.startsWith("NoneType")) names.add("NoneType");
      continue;
    }
    const [, module, name, alias] =
      /^from ([\w.]{1,200}) import (\w{1,200})(?: as (\w{1,200}))?$/.exec(written) ?? [];
    if (module === undefined || name === undefined) return undefined;
    if (isDangerous(module, name) || !isKnownModule(module) || isReaching(name)) return undefined;
    // Functions that are steps of a graph are of libraries of networks; of others what is listed.
    if (!networks.test(module) && factsOf(module, name) === undefined) return undefined;
    const given = alias ?? name;
    if (names.has(given) || builtIns.has(given)) return undefined;
    names.add(given);
  }
  return names;
}

/** Texts in code, which are data there. */
const texts = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g;

/** What marks a function of a library as one step of the graph, in front of the code. */
const wraps = /^torch\.fx\._symbolic_trace\.wrap\("(\w{1,200})"\)$/;
/** What no statement of a graph has. */
const foreign =
  /\b(?:import|from|lambda|class|global|nonlocal|yield|async|await|exec|eval|compile|open|with|try|while|raise|assert)\b|\b__|__\b|\\|^\s*@|`/m;
const maxNested = 16;

function isGraphCode(code: string, imported: ReadonlySet<string>): boolean {
  if (code.length > maxCode || code.includes('"""') || code.includes("'''")) return false;
  const lines = code.split("\n").filter((line) => {
    const [, name] = wraps.exec(line) ?? [];
    return name === undefined || !imported.has(name);
  });
  const flat = withoutGetattr(lines.join("\n"));
  if (flat === undefined) return false;
  const bare = flat.replace(texts, "''").replaceAll(/#[^\n]*/g, "");
  if (foreign.test(bare)) return false;
  const statements = bare.split("\n").filter((line) => line.trim() !== "");
  const header = /^def forward\(([^\n()]*)\)(?:[ \t]*->[ \t]*[\w.[\], ]+)?[ \t]*:$/.exec(
    statements[0] ?? "",
  );
  if (header === null || !statements.slice(1).every((line) => /^[ \t]/.test(line))) return false;
  const local = new Set(["self", "forward"]);
  for (const [, name = ""] of header[1]!.matchAll(/(?:^|,)\s*\*{0,2}(\w+)/g)) local.add(name);
  for (const line of statements)
    for (const statement of line.split(";"))
      for (const left of statement.split(" = ").slice(0, -1))
        if (/^[\w, :.[\]]+$/.test(left))
          for (const [name] of left.replace(/:.*$/, "").matchAll(/\w+/g)) local.add(name);
  return hasOnly(bare, new Set([...local, ...imported]));
}

/** `getattr(self.layer1, "0")`, which takes a module out of another, as a name with a dot. */
function withoutGetattr(code: string): string | undefined {
  let flat = code;
  let isPlain = true;
  for (let step = 0; step < maxNested && flat.includes("getattr("); step++)
    flat = flat.replaceAll(
      /\bgetattr\(([A-Za-z_][\w.]{0,500}), ["']([A-Za-z0-9]\w{0,200})["']\)/g,
      (_, of: string, name: string) => {
        if (isReaching(name)) isPlain = false;
        return `${of}.${/^\d/.test(name) ? "at" : ""}${name}`;
      },
    );
  return isPlain && !/\bgetattr\b/.test(flat) ? flat : undefined;
}

/** True where every name is one of these, of PyTorch, or that of an argument. */
function hasOnly(code: string, known: ReadonlySet<string>): boolean {
  for (const { 0: chain, index } of code.matchAll(/(?<![\w.])[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/g)) {
    const [root = "", ...parts] = chain.split(".");
    if (operators.test(root)) continue;
    const isOperator = root === "torch" && /^(?:ops|_C)$/.test(parts[0] ?? "");
    if (parts.slice(isOperator ? 1 : 0).some((part) => isReaching(part))) return false;
    if (root === "torch") {
      if (parts.length > 0 && !torchParts.test(chain)) return false;
    } else if (!known.has(root) && !builtIns.has(root)) {
      // `dim = -1` in a call.
      if (parts.length > 0 || !code.startsWith(" = ", index + chain.length)) return false;
    }
  }
  return true;
}
