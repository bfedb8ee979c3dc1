import type { PythonCall, PythonValue } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";

/** Controls of "a model decides what runs". */
export const codeByAgent = [
  "CWE-94",
  "OWASP-LLM03:2026",
  "OWASP-LLM06:2025",
  "OWASP-ASI05:2026",
  "ATLAS:AML.T0050",
  "ATLAS:AML.T0053",
] as const;

/** Calls of functions and classes of these packages, by the last part of their name. */
export function callsOf(
  view: PythonView,
  packages: readonly string[],
  names: readonly string[],
): readonly PythonCall[] {
  return view.methods(...names).filter(({ name }) => packages.some((start) => isOf(name, start)));
}

/** True where a qualified name belongs to a package: `langchain` and `langchain_community` to `langchain`. */
function isOf(name: string, start: string): boolean {
  return name.startsWith(start) && /^[._\w]*$/.test(name.slice(start.length).split("(", 1)[0]!);
}

/** Calls by the keywords that they pass; those with a `**` may pass any. */
interface KeywordIndex {
  readonly byName: ReadonlyMap<string, readonly PythonCall[]>;
  readonly unpacking: readonly PythonCall[];
  /** Keys of the dicts that are written in the file: what a `**` of them may pass. */
  readonly keys: ReadonlySet<string>;
}

const indexes = new WeakMap<PythonView, KeywordIndex>();

/** Made once for each file, so that a check for a rare keyword costs one look. */
function indexOf(view: PythonView): KeywordIndex {
  const known = indexes.get(view);
  if (known !== undefined) return known;
  const byName = new Map<string, PythonCall[]>();
  const unpacking: PythonCall[] = [];
  for (const call of view.allCalls()) {
    const { keywords } = call.node;
    // Most calls have none, and an iterator over nothing is not free.
    for (let index = 0; index < keywords.length; index++) {
      const arg = keywords[index]?.arg ?? null;
      const list = arg === null ? unpacking : byName.get(arg);
      if (list === undefined) byName.set(arg ?? "", [call]);
      else if (list.at(-1) !== call) list.push(call);
    }
  }
  const keys = new Set<string>();
  if (unpacking.length > 0) {
    for (const dict of view.facts.dicts) {
      for (const key of dict.keys) {
        if (key?.kind === "Constant" && typeof key.value === "string") keys.add(key.value);
      }
    }
  }
  const index = { byName, unpacking, keys };
  indexes.set(view, index);
  return index;
}

/** Calls that pass a keyword, as it is or in a `**` of a dict. */
export function* callsWith(
  view: PythonView,
  keyword: string,
): Generator<{ call: PythonCall; value: PythonValue }> {
  const { byName, unpacking, keys } = indexOf(view);
  const named = byName.get(keyword) ?? [];
  for (const call of named) {
    const value = call.keyword(keyword);
    if (value !== undefined) yield { call, value };
  }
  if (named.length === 0 && !keys.has(keyword)) return;
  for (const call of unpacking) {
    if (call.node.keywords.some(({ arg }) => arg === keyword)) continue;
    const value = call.keyword(keyword);
    if (value !== undefined) yield { call, value };
  }
}

/** Modules with which Python code reaches the machine it runs on. */
export const dangerousModules: ReadonlySet<string> = new Set(
  "os posix sys subprocess shutil socket pty ctypes importlib builtins io pathlib multiprocessing threading asyncio pickle marshal code codeop runpy inspect gc requests urllib http ftplib smtplib tempfile glob".split(
    " ",
  ),
);
