import { lineIndexOf, type LineIndex, type Problem, type Span } from "../../core/index.ts";
import type { Alias, Expression, Import, ImportFrom, Node } from "./nodes.ts";
import { parsePython, type ParsedPython } from "./parse.ts";
import { canonicalName } from "./canonical.ts";
import { ambiguityOf, otherNames } from "./resolve.ts";
import { scopeAt, type Scope } from "./scopes.ts";
import { survey, type Survey } from "./survey.ts";
import { PythonCall, PythonValue } from "./values.ts";

/** One name that is imported. */
export interface ImportedName {
  /** `a.b` of `import a.b`, `a.b.c` of `from a.b import c`; relative ones begin with a dot. */
  readonly name: string;
  readonly alias: Alias;
  readonly statement: Import | ImportFrom;
}

/** A parsed Python file as checks read it. */
export interface PythonView {
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
  /** Lists of nodes by kind, in the order of the source. */
  readonly facts: Survey;
  readonly allCalls: () => readonly PythonCall[];
  /** Calls of one of these qualified names. */
  readonly calls: (...names: readonly string[]) => readonly PythonCall[];
  /** Calls whose last part is one of these, whatever they are called on. */
  readonly methods: (...names: readonly string[]) => readonly PythonCall[];
  readonly imports: () => readonly ImportedName[];
  /** True where `module`, or something in it, is imported. */
  readonly hasImport: (module: string) => boolean;
  readonly value: (node: Expression) => PythonValue;
  readonly scopeOf: (node: Node) => Scope;
}

/** Parses a Python text and prepares what checks ask of it. Total. */
export function viewPython({ path, text }: { path: string; text: string }): PythonView {
  return viewTree({ path, text, ...parsePython(text) });
}

/** The view of a tree, whatever language it was read from. */
export function viewTree(parsed: ParsedPython & { path: string; text: string }): PythonView {
  const { path, text } = parsed;
  const facts = survey(parsed.module);
  let byName: Map<string, PythonCall[]> | undefined;
  let byMethod: Map<string, PythonCall[]> | undefined;
  let callViews: readonly PythonCall[] | undefined;
  let namedCalls: readonly PythonCall[] | undefined;
  let importedNames: readonly ImportedName[] | undefined;

  function allCalls(): readonly PythonCall[] {
    callViews ??= facts.calls.map(({ node, scope }) => new PythonCall(node, scope));
    return callViews;
  }

  /** Each call under each name that it may have. */
  function callsByAnyName(): readonly PythonCall[] {
    namedCalls ??= withOtherNames(allCalls(), facts);
    return namedCalls;
  }

  function imports(): readonly ImportedName[] {
    importedNames ??= facts.imports.flatMap((statement) =>
      statement.names.map((alias) => ({ name: importedName(statement, alias), alias, statement })),
    );
    return importedNames;
  }

  return {
    path,
    text,
    lines: lineIndexOf(text, parsed.lineStarts),
    comments: parsed.comments,
    problems: parsed.problems,
    facts,
    allCalls,
    calls: (...names) => select((byName ??= group(callsByAnyName(), (call) => call.name)), names),
    methods: (...names) =>
      select((byMethod ??= group(callsByAnyName(), (call) => call.method)), names),
    imports,
    hasImport: (module) =>
      imports().some(({ name }) => name === module || name.startsWith(`${module}.`)),
    value: (node) => new PythonValue(node, scopeAt(facts, node)),
    scopeOf: (node) => scopeAt(facts, node),
  };
}

function importedName(statement: Import | ImportFrom, alias: Alias): string {
  if (statement.kind === "Import") return canonicalName(alias.name);
  const prefix = moduleOf(statement);
  return canonicalName(
    prefix === "" || prefix.endsWith(".") ? prefix + alias.name : `${prefix}.${alias.name}`,
  );
}

function moduleOf({ level, module }: ImportFrom): string {
  return ".".repeat(level) + (module ?? "");
}

/** The modules of `from module import *`. */
function starImports(facts: Survey): readonly string[] {
  const modules: string[] = [];
  for (const statement of facts.imports) {
    if (statement.kind === "ImportFrom" && statement.names[0]?.name === "*")
      modules.push(moduleOf(statement));
  }
  return modules;
}

function withOtherNames(calls: readonly PythonCall[], facts: Survey): readonly PythonCall[] {
  const ambiguity = ambiguityOf(facts.scopes.values(), starImports(facts));
  if (ambiguity.rebound.size === 0 && ambiguity.stars.length === 0) return calls;
  // Most files have no such name: they get the list that there is.
  let named: PythonCall[] | undefined;
  for (const [index, call] of calls.entries()) {
    named?.push(call);
    for (const name of otherNames(call.node.func, call.scope, ambiguity)) {
      named ??= calls.slice(0, index + 1);
      named.push(new PythonCall(call.node, call.scope, name));
    }
  }
  return named ?? calls;
}

function select(
  index: ReadonlyMap<string, PythonCall[]>,
  names: readonly string[],
): readonly PythonCall[] {
  if (names.length === 1) return index.get(names[0]!) ?? [];
  const found: PythonCall[] = [];
  const seen = new Set<Node>();
  for (const name of names) {
    for (const call of index.get(name) ?? []) {
      if (seen.has(call.node)) continue;
      seen.add(call.node);
      found.push(call);
    }
  }
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
}

/** Each call is once in a group, however many of its names lead there. */
function group(
  calls: readonly PythonCall[],
  key: (call: PythonCall) => string,
): Map<string, PythonCall[]> {
  const groups = new Map<string, PythonCall[]>();
  for (const call of calls) {
    const name = key(call);
    const list = groups.get(name);
    if (list === undefined) groups.set(name, [call]);
    else if (list[list.length - 1]!.node !== call.node) list.push(call);
  }
  return groups;
}
