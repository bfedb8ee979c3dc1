import { openProject, type Project } from "./project.ts";
import { bitOf, everything } from "./masks.ts";
import { countNodes, offsetsOf } from "./offsets.ts";
import { outgoing, reachableSinks, type Outgoing, type Reachable } from "./reachable.ts";
import {
  nodeKinds,
  weakBit,
  type FileSummary,
  type GuardUse,
  type SinkPlace,
  type SourcePlace,
} from "./summary.ts";
import { at, flowOf, isBalanced } from "./ways.ts";
import { startMask, wantedMask } from "./wanted.ts";

/**
 * A place on a way, in a file by its number: one that is known, or an edge whose own steps are known
 * only where the file was interpreted with traces.
 */
export type WayPoint =
  | {
      readonly file: number;
      readonly start: number;
      readonly end: number;
      readonly message: string;
    }
  | { readonly file: number; readonly edge: number };

/** A value that comes in at one place and does something at another. */
export interface Flow {
  readonly source: SourcePlace & { readonly file: number };
  readonly sink: SinkPlace & { readonly file: number };
  /** True where it went through a call of which nothing is known. */
  readonly isWeak: boolean;
  /** How often it was kept in a field or a global name and read from there, by whoever has it. */
  readonly hops: number;
  /** From the source to the sink, both included. */
  readonly way: readonly WayPoint[];
}

/** That something reaches a node on the way from an entry: a source, or a parameter. */
export interface Fact {
  readonly entry: Entry;
  readonly file: number;
  readonly node: number;
  readonly path: string;
  readonly mask: number;
  readonly weak: boolean;
  readonly before: Fact | null;
  /** Where it goes on after a call: what reached the call. `before` is then what left the function. */
  readonly over: Fact | null;
  readonly steps: readonly WayPoint[];
  readonly length: number;
}

/**
 * Where a search begins: a source, a parameter, or something that is shared by all (a field, a
 * global name). What comes of the latter two is found once, for all that reach them.
 */
export interface Entry {
  readonly file: number;
  readonly node: number;
  readonly path: string;
  readonly source: SourcePlace | null;
  /** What reached it; `call` is where the function of a parameter was called. */
  readonly callers: { readonly fact: Fact; readonly call: number; readonly file: number }[];
  /** What of it concerns those that reached it. */
  readonly exits: Fact[];
  readonly seen: Map<number, number[]>;
  /** Facts that may still be found from here. */
  left: number;
}

/** Facts of one project, and of one source or function; beyond them nothing new is found. */
const maxFacts = 400_000;
const maxFactsOfEntry = 10_000;
/** Attempts to hand a fact on to a caller, or to who shares a field: most say nothing new. */
const maxWork = 10_000_000;
/** Parts of one parameter, field or global name that are followed each by itself. */
const maxParts = 4;
/** Facts on one way. */
const maxLength = 60;
/** Callers of one function, and ways out of it, that are followed. */
const maxCallers = 1_000;
const maxExits = 200;
/** Sources of one kind that are told of one sink: a finding shows the way from one. */
const maxPerSink = 100;

export interface Linker {
  readonly project: Project;
  readonly files: readonly FileSummary[];
  readonly out: readonly Outgoing[];
  readonly reachable: Reachable;
  /** Where the nodes of each file begin, counted through all files, and how many there are. */
  readonly offsets: ReturnType<typeof offsetsOf>;
  /** Paths by number. */
  readonly paths: Map<string, number>;
  readonly entries: Map<number, Entry>;
  /** How many parts of a node were entered by themselves. */
  readonly parts: Map<number, number>;
  readonly pending: Fact[];
  readonly found: Map<string, Fact>;
  /** How many were found, by sink, kind of source and certainty. */
  readonly perSink: Map<string, number>;
  facts: number;
  work: number;
  /** Entries from which there was more than is followed. */
  readonly full: Set<Entry>;
}

/** The flows of a project, and whether all of it was followed. */
export interface Linked {
  readonly flows: readonly Flow[];
  /** Files, by their place, from which not everything was followed to its end. */
  readonly cut: readonly number[];
}

/**
 * Joins the graphs of files and follows every source to the sinks it reaches. Calls return to where
 * they were made from: what a function does with a parameter is worked out once and applied at each
 * call (Reps, Horwitz, Sagiv: Precise interprocedural dataflow analysis via graph reachability, 1995).
 */
export function link(files: readonly FileSummary[]): Linked {
  if (!mayFlow(files)) return { flows: [], cut: [] };
  const project = openProject(files);
  const out = files.map(outgoing);
  const linker: Linker = {
    project,
    files,
    out,
    reachable: reachableSinks(files, { project, out }),
    offsets: offsetsOf(files, countNodes),
    paths: new Map([["", 0]]),
    entries: new Map(),
    parts: new Map(),
    pending: [],
    found: new Map(),
    perSink: new Map(),
    facts: 0,
    work: 0,
    full: new Set(),
  };
  for (const [file, summary] of files.entries()) {
    for (const [node, kind] of summary.nodes.kind.entries()) {
      if (kind !== nodeKinds.source) continue;
      const source = summary.sources[summary.nodes.a[node] as number]!;
      const entry = open(linker, { file, node, path: "", source });
      start(linker, entry);
    }
  }
  // A queue rather than a stack, so that the shortest way to a sink is found first.
  for (let at = 0; at < linker.pending.length; at++) {
    advance(linker, linker.pending[at]!);
    if (linker.facts > maxFacts || linker.work > maxWork) {
      for (const { entry } of linker.pending.slice(at)) linker.full.add(entry);
      break;
    }
  }
  return {
    flows: [...linker.found.values()].map((fact) => flowOf(linker, fact)),
    cut: cutOf(linker),
  };
}

/** Files of the sources of which something came where there was more than is followed. */
function cutOf({ full }: Linker): readonly number[] {
  const files = new Set<number>();
  // A set gives what is added to it while it is gone through.
  for (const { source, file, callers } of full) {
    if (source !== null) files.add(file);
    for (const { fact } of callers) full.add(fact.entry);
  }
  return [...files].toSorted((a, b) => a - b);
}

/** False where no source is of a kind that does harm at a kind of sink that there is. */
function mayFlow(files: readonly FileSummary[]): boolean {
  let wanted = 0;
  let there = 0;
  for (const { sources, sinks } of files) {
    for (const { kind } of sources) wanted |= wantedMask(kind);
    for (const { kind } of sinks) there |= bitOf(kind);
  }
  return (wanted & there) !== 0;
}

/** A node as one number, which is the key of the whole of it. */
function wholeOf({ offsets }: Linker, { file, node }: Pick<Fact, "file" | "node">): number {
  return offsets.first[file]! + node;
}

/** A part of a node, as one number. */
function keyOf(linker: Linker, at: Pick<Fact, "file" | "node" | "path">): number {
  const { paths, offsets } = linker;
  let path = paths.get(at.path);
  if (path === undefined) paths.set(at.path, (path = paths.size));
  return path * offsets.size + wholeOf(linker, at);
}

function open(linker: Linker, at: Pick<Entry, "file" | "node" | "path" | "source">): Entry {
  const key = keyOf(linker, at);
  let entry = linker.entries.get(key);
  if (entry === undefined && at.path !== "") {
    const node = wholeOf(linker, at);
    const parts = linker.parts.get(node) ?? 0;
    // Where parts of parts have no end, the whole stands for the rest of them.
    if (parts >= maxParts) return open(linker, { ...at, path: "" });
    linker.parts.set(node, parts + 1);
  }
  if (entry === undefined) {
    entry = { ...at, callers: [], exits: [], seen: new Map(), left: maxFactsOfEntry };
    linker.entries.set(key, entry);
  }
  return entry;
}

function start(linker: Linker, entry: Entry): void {
  push(linker, {
    entry,
    file: entry.file,
    node: entry.node,
    path: entry.path,
    mask: entry.source === null ? 0 : startMask(entry.source.kind),
    weak: false,
    before: null,
    over: null,
    steps: [],
    length: 0,
  });
}

/** Adds a fact unless one that says as much is known. */
function push(linker: Linker, given: Fact): void {
  if (given.length > maxLength) return;
  // At a sink it is all one which part of a value has come.
  const isSink = linker.files[given.file]!.nodes.kind[given.node] === nodeKinds.sink;
  const fact = isSink && given.path !== "" ? { ...given, path: "" } : given;
  // What leads to no sink that matters is not followed.
  if ((linker.reachable[fact.file]![fact.node]! & ~fact.mask) === 0) return;
  const { seen } = fact.entry;
  const state = (fact.mask << 1) | (fact.weak ? 1 : 0);
  // The whole covers its parts, and what is harmful for more sinks what is harmful for fewer.
  if (fact.path !== "" && isCovered(seen.get(wholeOf(linker, fact)), state)) return;
  const key = keyOf(linker, fact);
  const known = seen.get(key);
  if (isCovered(known, state)) return;
  if (known === undefined) seen.set(key, [state]);
  else known.push(state);
  if (fact.entry.left-- <= 0) {
    linker.full.add(fact.entry);
    return;
  }
  linker.facts++;
  linker.pending.push(fact);
}

function isCovered(known: readonly number[] | undefined, state: number): boolean {
  return known !== undefined && known.some((one) => (one & state) === one);
}

/** True where one path is the beginning of the other; `*` is any part. */
export function meets(one: string, other: string): boolean {
  if (one === "" || other === "" || one === other) return true;
  const a = one.split("/");
  const b = other.split("/");
  for (let index = 1; index < a.length && index < b.length; index++)
    if (!same(a[index]!, b[index]!)) return false;
  return true;
}

/** `*` is any part, `#` any but one with a name: what a loop over a list gives. */
function same(one: string, other: string): boolean {
  if (one === other || one === "*" || other === "*") return true;
  if (one === "#") return /^\d+$/.test(other);
  return other === "#" && /^\d+$/.test(one);
}

/** What is left of a path after a part of it was taken: `/a/b` read at `/a` is at `/b`. */
function rest(whereItIs: string, read: string): string {
  if (whereItIs.length <= read.length) return "";
  if (read === "") return whereItIs;
  const is = whereItIs.split("/");
  return is
    .slice(read.split("/").length)
    .map((part) => `/${part}`)
    .join("");
}

function advance(linker: Linker, fact: Fact): void {
  const { file, node } = fact;
  const { nodes } = linker.files[file]!;
  const kind = nodes.kind[node]!;
  switch (kind) {
    case nodeKinds.sink:
      reachSink(linker, fact);
      return;
    case nodeKinds.arg:
      enter(linker, fact);
      return;
    case nodeKinds.return:
    case nodeKinds.out:
      leave(linker, fact);
      follow(linker, fact);
      return;
    case nodeKinds.field:
    case nodeKinds.global:
    case nodeKinds.member:
      if (fact.before === null) follow(linker, fact);
      else share(linker, fact);
      return;
    default:
      follow(linker, fact);
  }
}

/** Goes along the edges of a file. */
function follow(linker: Linker, fact: Fact): void {
  const { file, node } = fact;
  const { edges } = linker.files[file]!;
  const { first, order } = linker.out[file]!;
  const reachable = linker.reachable[file]!;
  for (let at = first[node]!; at < first[node + 1]!; at++) {
    const edge = order[at]!;
    const fromPath = edges.paths[edges.fromPath[edge]!]!;
    if (!meets(fact.path, fromPath)) continue;
    const bits = edges.mask[edge]!;
    const to = edges.to[edge]!;
    // Most ways lead to no sink that matters: nothing is made for them.
    if ((reachable[to]! & ~(fact.mask | bits)) === 0) continue;
    const guards = edges.guards.get(edge);
    push(linker, {
      ...fact,
      node: to,
      path: shorten(edges.paths[edges.toPath[edge]!]! + rest(fact.path, fromPath)),
      mask:
        fact.mask |
        (bits & everything) |
        (guards === undefined ? 0 : guardMask(linker, file, guards)),
      weak: fact.weak || (bits & weakBit) !== 0,
      before: fact,
      over: null,
      steps: [{ file, edge }],
      length: fact.length + 1,
    });
  }
}

function shorten(path: string): string {
  if (path === "") return path;
  const parts = path.split("/");
  return parts.length <= 4 ? path : parts.slice(0, 4).join("/");
}

/** For which sinks the functions that were asked on the way make a value harmless. */
function guardMask(linker: Linker, file: number, guards: readonly GuardUse[]): number {
  let mask = 0;
  for (const guard of guards) {
    if ("field" in guard) {
      mask |= linker.project.fieldMask(file, guard);
      continue;
    }
    const { call, slot, when } = guard;
    const callees = linker.project.callees(file, call);
    let all: number | undefined;
    for (const { file: other, index, offset } of callees) {
      const facts = linker.files[other]!.functions[index]!;
      const at = typeof slot === "number" ? slot + offset : facts.params.indexOf(slot);
      const one = facts.guards[when][at] ?? 0;
      all = all === undefined ? one : all & one;
    }
    mask |= all ?? 0;
  }
  return mask;
}

function reachSink(linker: Linker, fact: Fact): void {
  const summary = linker.files[fact.file]!;
  const sink = summary.sinks[summary.nodes.a[fact.node] as number]!;
  if ((fact.mask & bitOf(sink.kind)) !== 0) return;
  const { entry } = fact;
  if (entry.source === null) {
    exit(linker, fact);
    return;
  }
  // What is made with a secret (a client, an answer) is not the secret.
  const isPrivate = entry.source.kind === "secret" || entry.source.kind === "personal-data";
  if (fact.weak && isPrivate) return;
  const key = `${entry.file}:${entry.node}>${fact.file}:${fact.node}`;
  const known = linker.found.get(key);
  if (known !== undefined && (!known.weak || fact.weak)) return;
  const group = `${fact.file}:${fact.node}:${entry.source.kind}:${fact.weak}`;
  const before = linker.perSink.get(group) ?? 0;
  if (before >= maxPerSink) return;
  linker.perSink.set(group, before + 1);
  linker.found.set(key, fact);
}

/** Notes what leaves a function, and hands it to every caller that is waiting. */
function exit(linker: Linker, fact: Fact): void {
  if (fact.entry.exits.length >= maxExits) return;
  fact.entry.exits.push(fact);
  for (const caller of fact.entry.callers) back(linker, fact, caller);
}

/** From an argument into the functions that may be called. */
function enter(linker: Linker, fact: Fact): void {
  const { nodes, calls } = linker.files[fact.file]!;
  const call = nodes.a[fact.node] as number;
  const slot = nodes.b[fact.node]!;
  const site = calls[call]!;
  const field = linker.project.dataField(fact.file, { call, slot });
  const made = field === undefined ? undefined : linker.project.result(fact.file, call);
  const checked =
    field === undefined ? 0 : linker.project.fieldMask(fact.file, { of: site.target, field });
  if (made !== undefined)
    push(linker, {
      ...fact,
      mask: fact.mask | checked,
      node: made,
      path: shorten(`/${field}${fact.path}`),
      before: fact,
      over: null,
      steps: [at(fact.file, site, "kept in the object")],
      length: fact.length + 1,
    });
  for (const param of linker.project.params(fact.file, fact.node)) {
    const path = param.path === "" ? fact.path : shorten(param.path + fact.path);
    if (param.kind === "field") {
      push(linker, {
        ...fact,
        mask: fact.mask | checked,
        file: param.file,
        node: param.node,
        path,
        before: fact,
        over: null,
        steps: [at(fact.file, site, "kept in the object")],
        length: fact.length + 1,
      });
      continue;
    }
    const entry = open(linker, { file: param.file, node: param.node, path, source: null });
    const isNew = entry.callers.length === 0;
    if (entry.callers.length >= maxCallers) {
      linker.full.add(fact.entry);
      continue;
    }
    // That the only method of a name is meant is a guess.
    const reached = site.target.kind === "method" && !fact.weak ? { ...fact, weak: true } : fact;
    const caller = { fact: reached, call, file: fact.file };
    entry.callers.push(caller);
    if (isNew) start(linker, entry);
    else for (const one of entry.exits) back(linker, one, caller);
  }
}

/** From what left a function, or was found beyond it, on to one of those that reached it. */
function back(linker: Linker, inner: Fact, { fact, call, file }: Entry["callers"][number]): void {
  linker.work++;
  const kind = linker.files[inner.file]!.nodes.kind[inner.node]!;
  const joined: Fact = {
    ...fact,
    file: inner.file,
    node: inner.node,
    path: inner.path,
    mask: fact.mask | inner.mask,
    weak: fact.weak || inner.weak,
    before: inner,
    over: fact,
    steps: [],
    length: fact.length + inner.length + 1,
  };
  if (kind === nodeKinds.sink) {
    push(linker, joined);
    return;
  }
  if (kind === nodeKinds.field) {
    // What a constructor keeps is part of the object that it makes.
    const made = linker.project.result(file, call);
    const name = String(linker.files[inner.file]!.nodes.b[inner.node]);
    if (made !== undefined)
      push(linker, { ...joined, file, node: made, path: shorten(`/${name}${inner.path}`) });
    return;
  }
  const node =
    kind === nodeKinds.return
      ? linker.project.result(file, call)
      : linker.project.given(file, call, inner);
  if (node !== undefined) push(linker, { ...joined, file, node });
}

/** From the end of a function to where it was called; of what came in within, to every call of it. */
function leave(linker: Linker, fact: Fact): void {
  if (isBalanced(linker, fact.entry)) {
    exit(linker, fact);
    return;
  }
  const { nodes } = linker.files[fact.file]!;
  const index = nodes.a[fact.node] as number;
  for (const { file, call } of linker.project.callers(fact.file, index)) {
    const node =
      nodes.kind[fact.node] === nodeKinds.return
        ? linker.project.result(file, call)
        : linker.project.given(file, call, fact);
    if (node === undefined) continue;
    const site = linker.files[file]!.calls[call]!;
    push(linker, {
      ...fact,
      file,
      node,
      before: fact,
      over: null,
      steps: [at(file, site, "returned")],
      length: fact.length + 1,
    });
  }
}

/** True for a field that a constructor fills from what it was given. */
function isMaker(linker: Linker, { entry, file, node }: Fact): boolean {
  const { nodes, functions } = linker.files[entry.file]!;
  if (nodes.kind[entry.node] !== nodeKinds.param) return false;
  if (linker.files[file]!.nodes.kind[node] !== nodeKinds.field) return false;
  return functions[nodes.a[entry.node] as number]!.name.endsWith("__init__");
}

/** What is kept in a field or a global name is there for everyone who reads it. */
function share(linker: Linker, fact: Fact): void {
  const { file, node, path } = fact;
  if (isMaker(linker, fact)) exit(linker, fact);
  for (const place of [{ file, node }, ...linker.project.shared(file, node)]) {
    linker.work++;
    const entry = open(linker, { ...place, path, source: null });
    if (entry === fact.entry) continue;
    if (entry.callers.length >= maxCallers) {
      linker.full.add(fact.entry);
      continue;
    }
    const isNew = entry.callers.length === 0;
    const caller = { fact, call: -1, file };
    entry.callers.push(caller);
    if (isNew) start(linker, entry);
    else for (const one of entry.exits) back(linker, one, caller);
  }
}
