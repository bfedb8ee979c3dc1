import type {
  Expression,
  FunctionDef,
  Lambda,
  Module,
  Node,
  Statement,
} from "../formats/python/nodes.ts";
import type { PythonCall } from "../formats/python/values.ts";
import type { PythonView } from "../formats/python/view.ts";
import type { CompiledModels } from "./match.ts";
import { bitOf, everything } from "./masks.ts";
import type { SinkModel } from "./model.ts";
import type { Environment } from "./environment.ts";
import {
  nodeKinds,
  stepWords,
  type CallSite,
  type ClassFacts,
  weakBit,
  type FunctionFacts,
  type GuardUse,
  type NodeKind,
  type SinkPlace,
  type SourcePlace,
  type Target,
} from "./summary.ts";
import type { Targets } from "./targets.ts";
import {
  allTaints,
  bare,
  join,
  step as stepValue,
  type Taint,
  type Trace,
  type Value,
} from "./value.ts";

type StepWord = (typeof stepWords)[number];

/** A function while the file is interpreted. */
export interface FunctionState {
  readonly index: number;
  readonly name: string;
  readonly node: FunctionDef | Lambda | Module;
  readonly params: readonly string[];
  readonly positional: number;
  readonly rest: string | undefined;
  readonly keywords: string | undefined;
  /** The class that it is a method of. */
  readonly owner: number | null;
  /** What its names are looked up in beyond its own. */
  readonly closure: Environment | null;
  readonly self: string | undefined;
  returns: Target | null;
  /** True where its body has a `raise` or an `assert`. */
  readonly raises: boolean;
  /** What it gives back does something: the models that say so, and the decorators they speak of. */
  readonly returnSinks: { readonly model: SinkModel; readonly decorator: Expression }[];
  /** Name of the decorator, or of the function. */
  readonly definition: string;
  /** Masks of the parameters at every return so far; undefined before the first. */
  readonly guards: { returned?: number[]; truthy?: number[]; falsy?: number[] };
  /** Names that are bound further out. */
  readonly outer: Map<string, "global" | "nonlocal">;
}

/** A class while the file is interpreted. */
export interface ClassState {
  readonly index: number;
  readonly name: string;
  readonly bases: Target[];
  readonly methods: Map<string, number>;
  /** Functions that are called when an attribute is read, and when it is assigned. */
  readonly properties: Map<string, number>;
  readonly setters: Map<string, number>;
  /** For which sinks the constructor makes sure that a field is harmless. */
  readonly checked: Map<string, number>;
  /** Functions that refuse harmful values of a field. */
  readonly validators: Map<string, number>;
  readonly fields: string[];
  /** What reading `self.name` gives, until something is put there. */
  readonly reads: Map<string, Value>;
  /** What methods put into `self`, as far as they were interpreted. */
  readonly attributes: Map<string, Value>;
  /** Fields of which no value does harm. */
  readonly harmless: Set<string>;
}

/** The graph of a file as it grows, and what the interpreter needs to know. */
export interface Machine {
  readonly view: PythonView;
  readonly language: "python" | "javascript";
  readonly models: CompiledModels;
  /** True for a qualified name that may be one of the project. */
  readonly isOurs: (name: string) => boolean;
  readonly callOf: ReadonlyMap<Node, PythonCall>;
  readonly kind: NodeKind[];
  readonly a: (number | string)[];
  readonly b: (number | string)[];
  readonly known: Map<string, number>;
  readonly edges: EdgeColumns;
  /** True where the way of each value is kept; it costs as much again, and few need it. */
  readonly traces: boolean;
  readonly sources: SourcePlace[];
  readonly sinks: SinkPlace[];
  readonly sinkNodes: Map<string, number>;
  readonly sourceNodes: Map<string, number>;
  readonly calls: CallSite[];
  readonly callNodes: Map<Node, number>;
  readonly functions: FunctionState[];
  readonly functionOf: Map<Node, number>;
  readonly classes: ClassState[];
  readonly classOf: Map<Node, number>;
  /** Classes whose values are a closed choice. */
  readonly enums: Set<string>;
  readonly queue: FunctionState[];
  readonly stars: string[];
  readonly targets: Targets;
  /** Names that stand for all that a module exports. */
  readonly namespaces: Set<string>;
  /** True once some expression was found harmless as it is written. */
  hasChecks: boolean;
  /** What the call that is being interpreted is called on. */
  callee: Expression | null;
  current: FunctionState;
  /** Statement that is being interpreted. */
  statement: Statement | Expression | null;
  /** How many branches and loops deep the interpreter is. */
  depth: number;
  /** How many expressions deep. */
  nesting: number;
  /** How many conditions deep. */
  refining: number;
  /** Nodes of the tree that may still be visited. */
  budget: number;
  /** True while a loop is gone through a second time. */
  again: boolean;
  readonly loops: {
    readonly floor: Environment;
    /** States at which a round ends, and those at which the loop does. */
    readonly exits: Environment[];
    readonly breaks: Environment[];
  }[];
  readonly isWhole: (origin: number) => boolean;
}

function newNode(machine: Machine, kind: NodeKind, [a, b]: NodeParts): number {
  machine.kind.push(kind);
  machine.a.push(a);
  machine.b.push(b);
  return machine.kind.length - 1;
}

/** What a node is of, see `nodeKinds`. */
type NodeParts = readonly [a: number | string, b: number | string];

/** The node for these, made where there is none. */
function nodeOf(machine: Machine, kind: NodeKind, [a, b]: NodeParts): number {
  const key = `${kind}:${a}:${b}`;
  let node = machine.known.get(key);
  if (node === undefined) {
    node = newNode(machine, kind, [a, b]);
    machine.known.set(key, node);
  }
  return node;
}

/** What a function is given for a parameter. */
export function paramNode(machine: Machine, index: number, name: string): number {
  return nodeOf(machine, nodeKinds.param, [index, name]);
}

/** What a function gives back. */
export function returnNode(machine: Machine, index: number): number {
  return nodeOf(machine, nodeKinds.return, [index, 0]);
}

/** What a call gives back. */
export function resultNode(machine: Machine, call: number): number {
  return nodeOf(machine, nodeKinds.result, [call, 0]);
}

/** What a call is given. */
export function argNode(machine: Machine, call: number, slot: number | string): number {
  return nodeOf(machine, nodeKinds.arg, [call, slot]);
}

/** What a function puts into what a call gave it. */
export function givenNode(machine: Machine, call: number, slot: number | string): number {
  return nodeOf(machine, nodeKinds.given, [call, slot]);
}

/** The same, seen from the function. */
export function outNode(machine: Machine, index: number, name: string): number {
  return nodeOf(machine, nodeKinds.out, [index, name]);
}

/** A name of a module. */
export function globalNode(machine: Machine, name: string): number {
  return nodeOf(machine, nodeKinds.global, [name, 0]);
}

/** An attribute of an object of another file. */
export function memberNode(machine: Machine, target: Target, name: string): number {
  return nodeOf(machine, nodeKinds.member, [JSON.stringify(target), name]);
}

/** `Edges` while they grow. */
export interface EdgeColumns {
  readonly from: number[];
  readonly fromPath: number[];
  readonly to: number[];
  readonly toPath: number[];
  readonly mask: number[];
  readonly paths: string[];
  readonly pathOf: Map<string, number>;
  readonly guards: Map<number, readonly GuardUse[]>;
  readonly steps: Map<number, readonly number[]>;
  /** The last edge to each node, and for each edge the one before it to the same node. */
  readonly last: Map<number, number>;
  readonly before: number[];
}

export function openEdges(): EdgeColumns {
  return {
    from: [],
    fromPath: [],
    to: [],
    toPath: [],
    mask: [],
    paths: [""],
    pathOf: new Map([["", 0]]),
    guards: new Map(),
    steps: new Map(),
    last: new Map(),
    before: [],
  };
}

function pathIndex({ paths, pathOf }: EdgeColumns, path: string): number {
  if (path === "") return 0;
  let index = pathOf.get(path);
  if (index === undefined) {
    index = paths.push(path) - 1;
    pathOf.set(path, index);
  }
  return index;
}

function stepsOf(trace: Trace | null): number[] {
  const steps: number[] = [];
  for (let at = trace; at !== null; at = at.before) steps.push(at.word, at.end, at.start);
  return steps.reverse();
}

/** Edges of one file; a file with more is not followed to its end. */
const maxEdges = 200_000;
/** Edges to one node that are compared with a new one. */
const maxCompared = 60;

/** A part of what a node stands for. */
interface At {
  readonly node: number;
  readonly path: string;
}

/** Notes that what has these taints reaches a node. */
export function emit(machine: Machine, taints: readonly Taint[], at: number | At): void {
  const { edges } = machine;
  const to = typeof at === "number" ? at : at.node;
  const into = typeof at === "number" ? 0 : pathIndex(edges, at.path);
  for (const taint of taints) {
    if (taint.origin === to || taint.mask === everything) continue;
    const index = edges.from.length;
    if (index >= maxEdges) return;
    const path = pathIndex(edges, taint.path);
    const mask = taint.weak ? taint.mask | weakBit : taint.mask;
    if (isKnown(edges, { from: taint.origin, path, to, into, mask, guards: taint.guards }))
      continue;
    edges.from.push(taint.origin);
    edges.fromPath.push(path);
    edges.to.push(to);
    edges.toPath.push(into);
    edges.mask.push(mask);
    edges.before.push(edges.last.get(to) ?? -1);
    edges.last.set(to, index);
    if (taint.guards.length > 0) edges.guards.set(index, taint.guards);
    if (taint.trace !== null) edges.steps.set(index, stepsOf(taint.trace));
  }
}

function isKnown(
  edges: EdgeColumns,
  edge: {
    from: number;
    path: number;
    to: number;
    into: number;
    mask: number;
    guards: readonly GuardUse[];
  },
): boolean {
  let at = edges.last.get(edge.to) ?? -1;
  for (let steps = 0; at >= 0 && steps < maxCompared; steps++) {
    if (
      edges.from[at] === edge.from &&
      edges.fromPath[at] === edge.path &&
      edges.toPath[at] === edge.into &&
      edges.mask[at] === edge.mask &&
      sameGuards(edges.guards.get(at), edge.guards)
    )
      return true;
    at = edges.before[at]!;
  }
  return false;
}

function sameGuards(one: readonly GuardUse[] | undefined, other: readonly GuardUse[]): boolean {
  if (one === undefined) return other.length === 0;
  return (
    one.length === other.length && one.every((guard, index) => sameGuard(guard, other[index]!))
  );
}

function sameGuard(one: GuardUse, other: GuardUse): boolean {
  if (one === other) return true;
  if ("field" in one || "field" in other)
    return "field" in one && "field" in other && one.field === other.field;
  return one.call === other.call && one.slot === other.slot && one.when === other.when;
}

/** The same for a value with its parts, each under its name. */
export function emitValue(machine: Machine, value: Value, to: number | At): void {
  emitParts(
    machine,
    value,
    typeof to === "number" ? { node: to, path: "", depth: 0 } : { ...to, depth: 0 },
  );
}

function emitParts(machine: Machine, value: Value, at: At & { readonly depth: number }): void {
  if (value.taints.length > 0) emit(machine, value.taints, at);
  if (value.parts === null) return;
  const { node, path, depth } = at;
  if (depth >= 2) {
    emit(machine, allTaints(value), at);
    return;
  }
  // Objects that hold each other would be gone through once for each way to them.
  machine.budget -= value.parts.size;
  if (machine.budget <= 0) return;
  for (const [key, part] of value.parts)
    emitParts(machine, part, { node, path: `${path}/${key}`, depth: depth + 1 });
}

/** The node of a source, once for each place and kind. */
export function sourceNode(machine: Machine, place: SourcePlace): number {
  const key = `${place.start}:${place.end}:${place.kind}`;
  let node = machine.sourceNodes.get(key);
  if (node === undefined) {
    node = newNode(machine, nodeKinds.source, [machine.sources.push(place) - 1, 0]);
    machine.sourceNodes.set(key, node);
  }
  return node;
}

/** Notes that a value reaches a sink. Nothing is noted where the value is harmless there. */
export function reach(
  machine: Machine,
  taints: readonly Taint[],
  sink: Omit<SinkPlace, "extent">,
): void {
  const bit = bitOf(sink.kind);
  const harmful = taints.filter((taint) => (taint.mask & bit) === 0);
  if (harmful.length === 0) return;
  const key = `${sink.start}:${sink.end}:${sink.kind}`;
  let node = machine.sinkNodes.get(key);
  if (node === undefined) {
    const { statement } = machine;
    const extent = [statement?.start ?? sink.start, statement?.end ?? sink.end] as const;
    node = newNode(machine, nodeKinds.sink, [machine.sinks.push({ ...sink, extent }) - 1, 0]);
    machine.sinkNodes.set(key, node);
  }
  emit(machine, harmful, node);
}

/** What an attribute of the instances of a class holds. */
export function fieldNode(machine: Machine, index: number, name: string): number {
  return nodeOf(machine, nodeKinds.field, [index, name]);
}

/** Adds to what `self.name` holds. */
export function addAttribute(state: ClassState, name: string, given: Value): void {
  // What it depends on is in the graph, where it is of the function that wrote it.
  const value = bare(given);
  const before = state.attributes.get(name);
  const joined = before === undefined ? value : join(before, value);
  if (joined === before) return;
  state.attributes.set(name, joined);
  state.reads.delete(name);
}

/** The same value with a step more on its way, where ways are kept. */
export function step(
  machine: Machine,
  value: Value,
  {
    place,
    word,
  }: { readonly place: { readonly start: number; readonly end: number }; readonly word: StepWord },
): Value {
  return machine.traces ? stepValue(value, place, stepWords.indexOf(word)) : value;
}

/** Functions and classes as other files see them. */
export function factsOf(machine: Machine): {
  functions: readonly FunctionFacts[];
  classes: readonly ClassFacts[];
} {
  return {
    functions: machine.functions.map((state) => ({
      name: state.name,
      params: state.params,
      positional: state.positional,
      rest: state.rest,
      keywords: state.keywords,
      ...(state.returns === null ? {} : { returns: state.returns }),
      guards: {
        returned: state.guards.returned ?? [],
        truthy: state.guards.truthy ?? [],
        falsy: state.guards.falsy ?? [],
      },
    })),
    classes: machine.classes.map((state) => ({
      name: state.name,
      bases: state.bases,
      methods: state.methods,
      properties: state.properties,
      validators: state.validators,
      harmless: state.harmless,
      checked: state.checked,
      fields: state.fields,
    })),
  };
}
