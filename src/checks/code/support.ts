import type { FindingDetails, Span } from "../../core/index.ts";
import type { Expression } from "../../formats/python/nodes.ts";
import { wordsOf } from "./words.ts";
import type { PythonCall, PythonValue } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";

/**
 * A finding's aliases name the rules of other tools that report the same place. Those tools do not
 * follow variables, so what was found through one has none.
 */
export function aliasesOf(call: PythonCall): FindingDetails {
  return call.isWrittenOut() ? {} : { aliases: [] };
}

/** True where the text of a call is put together at run time: f-string, `%`, `+`, `.format`. */
export function isFormatted(node: Expression): boolean {
  if (node.kind === "JoinedStr") return node.values.some((part) => part.kind === "FormattedValue");
  if (node.kind === "BinOp") return node.op === "%" || node.op === "+";
  return (
    node.kind === "Call" &&
    node.func.kind === "Attribute" &&
    (node.func.attr === "format" || node.func.attr === "join")
  );
}

/** True where an expression is a string literal as it stands. */
export function isStringLiteral(node: Expression | undefined): boolean {
  return node?.kind === "Constant" && node.type === "str";
}

/** The last word of a name or attribute, as it is written; undefined for anything else. */
export function lastWord(node: Expression | undefined): string | undefined {
  if (node?.kind === "Attribute") return node.attr;
  return node?.kind === "Name" ? node.id : undefined;
}

/** An import of a module, as a place to report. */
export interface FoundImport extends Span {
  readonly module: string;
  /** No aliases where the module is imported under an older or private name. */
  readonly details: FindingDetails;
}

/** Where a module is imported, by statement or by `importlib.import_module("…")`. */
export function importsOf(view: PythonView, modules: readonly string[]): readonly FoundImport[] {
  const found: FoundImport[] = [];
  const statements = new Set<unknown>();
  const within = (name: string): string | undefined =>
    modules.find((wanted) => name === wanted || name.startsWith(`${wanted}.`));
  for (const { name, alias, statement } of view.imports()) {
    const module = within(name);
    if (module === undefined || statements.has(statement)) continue;
    statements.add(statement);
    const written =
      statement.kind === "Import" ? alias.name : `${statement.module ?? ""}.${alias.name}`;
    const details = within(written) === undefined ? { aliases: [] } : {};
    found.push({ module, details, start: statement.start, end: statement.end });
  }
  for (const call of view.calls("importlib.import_module", "importlib.__import__", "__import__")) {
    const name = call.argument(0, "name")?.node;
    if (name?.kind !== "Constant" || typeof name.value !== "string") continue;
    if (modules.includes(name.value))
      found.push({ module: name.value, details: {}, start: call.start, end: call.end });
  }
  return found;
}

/** The argument `shell` where it is true or cannot be told; undefined where there is no shell. */
export function shellOf(call: PythonCall): PythonValue | undefined {
  const shell = call.keyword("shell");
  if (shell === undefined) return undefined;
  const { node } = shell;
  if (node.kind === "Constant") return node.value ? shell : undefined;
  if (node.kind === "List") return node.elts.length > 0 ? shell : undefined;
  if (node.kind === "Dict") return node.keys.length > 0 ? shell : undefined;
  return shell.truth() === false ? undefined : shell;
}

/** True where a module is imported, or called by its name in code that imports nothing of it. */
export function usesModule(view: PythonView, ...modules: readonly string[]): boolean {
  return (
    modules.some((module) => view.hasImport(module)) ||
    view.allCalls().some(({ name }) => modules.some((module) => name.startsWith(`${module}.`)))
  );
}

const outside =
  /^(?:requests?|uploads?|uploaded|downloads?|downloaded|remote|untrusted|external|payload|body|form|query_params|user|client|customer|submitted|received|incoming)$/;

/**
 * True where the words of an expression say that somebody else decides about it: `request.args`,
 * `upload_path`. A hint where nothing better is known, no proof.
 */
export function seemsForeign(value: PythonValue | undefined): boolean {
  return value !== undefined && wordsOf(value).some((word) => outside.test(word));
}

/** The text with which a path ends for sure: `.h5` of `f"{folder}/{name}.h5"`. */
export function endOf(value: PythonValue | undefined): string | undefined {
  const whole = value?.string();
  if (value === undefined || whole !== undefined) return whole;
  let node: Expression | undefined = value.origin();
  for (let hops = 0; hops < 20 && node !== undefined; hops++) {
    if (node.kind === "Constant") return node.type === "str" ? String(node.value) : undefined;
    if (node.kind === "JoinedStr") node = node.values.at(-1);
    else if (node.kind === "BinOp" && (node.op === "+" || node.op === "/")) node = node.right;
    else if (node.kind === "Call" && node.keywords.length === 0) node = lastArgument(node);
    else return undefined;
  }
  return undefined;
}

/** The last part of `os.path.join(…)` and `Path(…)`. */
function lastArgument(node: Extract<Expression, { kind: "Call" }>): Expression | undefined {
  const word = lastWord(node.func);
  return word === "join" || word === "Path" || word === "str" ? node.args.at(-1) : undefined;
}
