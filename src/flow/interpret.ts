import type { Problem } from "../core/index.ts";
import type { Node } from "../formats/python/nodes.ts";
import type { PythonCall } from "../formats/python/values.ts";
import type { PythonView } from "../formats/python/view.ts";
import { openEnvironment, type Environment } from "./environment.ts";
import { runFunction, taintParameters } from "./functions.ts";
import {
  emitValue,
  factsOf,
  globalNode,
  openEdges,
  type FunctionState,
  type Machine,
} from "./machine.ts";
import type { CompiledModels } from "./match.ts";
import type { SourceModel } from "./model.ts";
import { execute } from "./statements.ts";
import { openTargets } from "./targets.ts";
import { nodeKinds, type FileSummary, type Target } from "./summary.ts";

/** What the interpreter is told beside the file. */
export interface InterpretOptions {
  readonly language: "python" | "javascript";
  readonly models: CompiledModels;
  /** True for a qualified name that may be one of the project. */
  readonly isOurs: (name: string) => boolean;
  /** True where the way of each value is to be kept, step by step. */
  readonly traces?: boolean;
}

/** Visits of nodes for each character of the text: twice what real code needs. */
const visitsPerCharacter = 6;
const fewestVisits = 200_000;
const mostVisits = 20_000_000;

/** What a file says about where values go, and whether it was followed to its end. */
export interface Interpretation {
  readonly summary: FileSummary;
  readonly problems: readonly Problem[];
}

/**
 * Follows values through a file: every function once, in the order of the text, its parameters as
 * unknowns. Names are followed in order and by branch; objects keep what was ever put into them.
 * The work is linear in the text, and bounded.
 */
export function interpret(view: PythonView, options: InterpretOptions): Interpretation {
  const { language, models, isOurs } = options;
  const callOf = new Map<Node, PythonCall>();
  for (const call of view.allCalls()) callOf.set(call.node, call);
  const program: FunctionState = {
    index: 0,
    name: "",
    node: view.facts.root.node as FunctionState["node"],
    params: [],
    positional: 0,
    rest: undefined,
    keywords: undefined,
    owner: null,
    closure: null,
    self: undefined,
    returns: null,
    raises: false,
    returnSinks: [],
    definition: "",
    guards: {},
    outer: new Map(),
  };
  const kind: Machine["kind"] = [];
  const machine: Machine = {
    view,
    language,
    models,
    isOurs,
    callOf,
    kind,
    a: [],
    b: [],
    known: new Map(),
    edges: openEdges(),
    traces: options.traces ?? false,
    sources: [],
    sinks: [],
    sinkNodes: new Map(),
    sourceNodes: new Map(),
    calls: [],
    callNodes: new Map(),
    functions: [program],
    functionOf: new Map(),
    classes: [],
    classOf: new Map(),
    enums: new Set(),
    queue: [],
    stars: [],
    namespaces: new Set(),
    targets: openTargets(),
    hasChecks: false,
    callee: null,
    current: program,
    statement: null,
    depth: 0,
    nesting: 0,
    refining: 0,
    budget: Math.min(mostVisits, fewestVisits + visitsPerCharacter * view.text.length),
    again: false,
    loops: [],
    isWhole: (origin) => kind[origin] === nodeKinds.source,
  };
  const env = openEnvironment(null);
  execute(machine, (program.node as { body: Parameters<typeof execute>[1] }).body, env);
  // Methods that make an object come first, so that the others know what it holds.
  for (let at = 0; at < machine.queue.length; at++) {
    const waiting = machine.queue.slice(at);
    if (at > 0 && waiting.length === 0) break;
    const makers = waiting.filter(isMaker);
    const others = waiting.filter((state) => !isMaker(state));
    for (const state of [...makers, ...others]) runFunction(machine, state);
    at += waiting.length - 1;
  }
  if (language === "javascript" && /^\s*["']use server["']/.test(view.text.slice(0, 500)))
    for (const state of machine.functions.slice(1))
      if (!state.name.includes(".")) taintParameters(machine, state, serverAction);
  const exports = exportsOf(machine, env);
  const summary: FileSummary = {
    path: view.path,
    language,
    ...factsOf(machine),
    exports,
    stars: machine.stars,
    calls: machine.calls,
    sources: machine.sources,
    sinks: machine.sinks,
    nodes: { kind, a: machine.a, b: machine.b },
    edges: edgesOf(machine),
  };
  const problems: Problem[] = [];
  if (machine.budget <= 0)
    problems.push({
      reason: "limit",
      message: "too much to follow values to the end of this file",
      at: 0,
    });
  return { summary, problems };
}

function edgesOf({ edges }: Machine): FileSummary["edges"] {
  const { from, fromPath, to, toPath, mask, paths, guards, steps } = edges;
  const column = (numbers: readonly number[]): Int32Array => Int32Array.from(numbers);
  return {
    from: column(from),
    fromPath: column(fromPath),
    to: column(to),
    toPath: column(toPath),
    mask: column(mask),
    paths,
    guards,
    steps,
  };
}

/** A file that begins with "use server" has functions that any client may call (React, Next.js). */
const serverAction: SourceModel = {
  kind: "user-input",
  parameters: {},
  label: "what a client gives to a server action",
};

function isMaker(state: FunctionState): boolean {
  return state.name.endsWith("__init__") || state.name.endsWith("__post_init__");
}

/** Names of the module, and what they hold where another file may read it. */
function exportsOf(machine: Machine, env: Environment): ReadonlyMap<string, Target> {
  const exports = new Map<string, Target>();
  for (const [name, value] of env.names) {
    if (value.target !== null) exports.set(name, value.target);
    const isOwn = value.taints.length > 0 || value.parts !== null;
    if (isOwn) emitValue(machine, value, globalNode(machine, name));
  }
  return exports;
}
