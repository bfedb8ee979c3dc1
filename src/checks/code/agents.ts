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

/** Calls that pass a keyword, as it is or in a `**` of a dict. */
export function* callsWith(
  view: PythonView,
  keyword: string,
): Generator<{ call: PythonCall; value: PythonValue }> {
  for (const call of view.allCalls()) {
    if (call.node.keywords.length === 0) continue;
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
