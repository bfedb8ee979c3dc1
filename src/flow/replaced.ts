import type { Expression } from "../formats/python/nodes.ts";
import { PythonValue } from "../formats/python/values.ts";
import type { Evaluated } from "./calls.ts";
import type { Machine } from "./machine.ts";
import { everything, maskOf } from "./masks.ts";

/** `[^A-Za-z0-9_]`: everything but these. */
const allBut = /^\[\^((?:[^\]\\]|\\.)+)\][+*]?$/;
/** What is left of a class without letters and digits. */
const plain = /a-z|A-Z|0-9|[A-Za-z0-9]|\\[wd]|[_-]|\\-/g;

const inWords = maskOf([
  "path",
  "html",
  "template",
  "sql",
  "request",
  "import",
  "shell",
  "program",
  "code",
]);
const inPaths = maskOf(["path", "html", "template", "sql", "request", "import"]);

/**
 * For which sinks a text is harmless after everything was replaced in it but some characters:
 * `re.sub(r"[^a-z0-9]", "_", x)`, `x.replace(/[^\w.]/g, "")`. 0 for any other call.
 */
export function replacedMask(machine: Machine, { node, name }: Evaluated): number {
  if (!/(?:^|\.)(?:sub|replace|replaceAll)$/.test(name)) return 0;
  const known = machine.callOf.get(node);
  if (known === undefined) return 0;
  const isCompiled = node.func.kind === "Attribute" && name.endsWith("compile().sub");
  const pattern = isCompiled
    ? sourceOf(new PythonValue((node.func as { value: Expression }).value, known.scope))
    : sourceOf(known.positional(0));
  // Whoever replaces the brackets of tags writes text into a page, not tags.
  if (pattern !== undefined && /^(?:<|\[[^^\]]*<[^\]]*\])$/.test(pattern)) return maskOf(["html"]);
  const kept = pattern === undefined ? undefined : allBut.exec(pattern)?.[1]?.replace(plain, "");
  if (kept === undefined) return 0;
  if (kept === "") return everything;
  // A dot more names a file or an attribute, but ends no word of a shell and no value of a query.
  if (/^(?:\.|\\\.)+$/.test(kept)) return inWords;
  return /^(?:[. ]|\\\.|\\s)*$/.test(kept) ? inPaths : 0;
}

/** The pattern as a text, or within `re.compile(…)` or `RegExp(…)`. */
function sourceOf(value: PythonValue | undefined): string | undefined {
  const text = value?.string();
  if (text !== undefined || value === undefined) return text;
  const origin = value.origin();
  if (origin.kind !== "Call") return undefined;
  const [source] = origin.args;
  return source === undefined ? undefined : new PythonValue(source, value.scope).string();
}
