// Each SavedModel has operations that write files, in the part that saves its variables again. What serves the
// model never runs that part: it runs what the outputs of signatures come from (`saver.proto`,
// `meta_graph.proto`), and these must not write.
import { eachField, textAt, type Extent } from "../formats/protobuf/wire.ts";
import type { ByteSource } from "../formats/bytes/source.ts";

/** An operation that writes, and the function that has it; undefined where that is the graph itself. */
export interface Writer {
  readonly name: string;
  readonly op: string;
  readonly owner: { name: string } | undefined;
}

/** Nodes of which it is known what they come from. */
const maxKnown = 500_000;
/** Functions of which it is looked up who calls them. */
const maxOwners = 100;
/** As TensorFlow calls the function that it makes for its saver. */
const tracedSave = /^__inference_+traced_save(?:_\d+)*$/;
/** As TensorFlow 1 calls the nodes of its saver. */
const saverScope = /(?:^|\/)save(?:_\d+)?\//;

/** A node of the graph: what it comes from, and the functions that it calls. */
interface Known {
  readonly inputs: readonly string[];
  readonly calls: readonly string[];
}

interface Graph {
  readonly source: ByteSource;
  readonly nodes: Map<string, Known>;
  /** The functions that call a function. */
  readonly callersWithin: Map<string, string[]>;
  /** Nodes from which the outputs of signatures come, and that which saves. */
  readonly outputs: string[];
  readonly saves: string[];
  known: number;
}

/** Those operations of a `MetaGraphDef`, or of a `GraphDef` by itself, that are no part of a saver. */
export function strayWriters(
  source: ByteSource,
  { extent, isMeta }: { readonly extent: Extent; readonly isMeta: boolean },
  writers: readonly Writer[],
): readonly Writer[] {
  if (writers.length === 0) return [];
  const graph: Graph = {
    source,
    nodes: new Map(),
    callersWithin: new Map(),
    outputs: [],
    saves: [],
    known: 0,
  };
  if (isMeta) metaGraph(graph, extent);
  else graphDef(graph, extent);
  const served = originsOf(graph, graph.outputs);
  const saving = originsOf(graph, graph.saves);
  const callers = new Map<string, readonly string[]>();
  const isSaver = (name: string, isNamed: boolean): boolean =>
    !served.has(name) && (saving.has(name) || isNamed);
  return writers.filter(({ name, owner }) => {
    if (owner === undefined) return !isSaver(name, saverScope.test(name));
    const isNamed = tracedSave.test(owner.name);
    let by = callers.get(owner.name);
    if (by === undefined && callers.size < maxOwners)
      callers.set(owner.name, (by = callersOf(graph, owner.name)));
    if (by === undefined) return true;
    return by.length === 0 ? !isNamed : !by.every((one) => isSaver(one, isNamed));
  });
}

function metaGraph(graph: Graph, extent: Extent): void {
  const { source, outputs, saves } = graph;
  eachField(source, extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 2) graphDef(graph, field);
    else if (field.number === 3)
      eachField(source, field, (inner) => {
        if (inner.number === 2 && inner.type === 2) saves.push(nodeOf(textAt(source, inner)));
      });
    else if (field.number === 5)
      eachValue(source, field, (signature) =>
        eachField(source, signature, (inner) => {
          if (inner.number === 2 && inner.type === 2)
            eachValue(source, inner, (tensor) => textsIn(source, tensor, outputs));
        }),
      );
  });
}

/** The value of an entry of a map. */
function eachValue(source: ByteSource, entry: Extent, use: (value: Extent) => void): void {
  eachField(source, entry, (field) => {
    if (field.number === 2 && field.type === 2) use(field);
  });
}

/** Names of tensors in a `TensorInfo`, also of one that is put together. */
function textsIn(source: ByteSource, tensor: Extent, into: string[]): void {
  eachField(source, tensor, (field) => {
    if (field.type !== 2) return;
    if (field.number === 1) into.push(nodeOf(textAt(source, field)));
    else if (field.number === 4)
      eachField(source, field, (inner) => {
        if (inner.type === 2) into.push(nodeOf(textAt(source, inner)));
      });
  });
}

/** The node of a tensor: `name:0`, `^name`. */
function nodeOf(tensor: string): string {
  return tensor.replace(/^\^/, "").replace(/:.*$/s, "");
}

function graphDef(graph: Graph, extent: Extent): void {
  const { source, nodes } = graph;
  eachField(source, extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 1) {
      if (graph.known++ > maxKnown) return;
      const { name, inputs, calls } = node(source, field);
      nodes.set(name, { inputs, calls });
    } else if (field.number === 2)
      eachField(source, field, (inner) => {
        if (inner.number === 1 && inner.type === 2) definition(graph, inner);
      });
  });
}

function definition(graph: Graph, extent: Extent): void {
  const { source } = graph;
  const called = new Set<string>();
  let name = "";
  eachField(source, extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 1)
      eachField(source, field, (inner) => {
        if (inner.number === 1 && inner.type === 2) name = textAt(source, inner);
      });
    else if (field.number === 3 && graph.known++ <= maxKnown)
      for (const one of node(source, field).calls) called.add(one);
  });
  for (const one of called) {
    const by = graph.callersWithin.get(one);
    if (by === undefined) graph.callersWithin.set(one, [name]);
    else by.push(name);
  }
}

function node(source: ByteSource, extent: Extent): Known & { readonly name: string } {
  let name = "";
  const inputs: string[] = [];
  const calls: string[] = [];
  eachField(source, extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 1) name = textAt(source, field);
    // A function may be called as if it were an operation.
    else if (field.number === 2) calls.push(textAt(source, field));
    else if (field.number === 3) inputs.push(nodeOf(textAt(source, field)));
    else if (field.number === 5)
      eachValue(source, field, (value) => functionsIn(source, value, calls));
  });
  return { name, inputs, calls };
}

/** Functions that an attribute names, by itself or in a list. */
function functionsIn(source: ByteSource, value: Extent, into: string[]): void {
  eachField(source, value, (field) => {
    if (field.type !== 2) return;
    if (field.number === 10) nameIn(source, field, into);
    else if (field.number === 1 && field.length < 1 << 20)
      eachField(source, field, (inner) => {
        if (inner.number === 9 && inner.type === 2) nameIn(source, inner, into);
      });
  });
}

function nameIn(source: ByteSource, extent: Extent, into: string[]): void {
  eachField(source, extent, (field) => {
    if (field.number === 1 && field.type === 2) into.push(textAt(source, field));
  });
}

/** All nodes from which some come, themselves included. */
function originsOf({ nodes }: Graph, names: readonly string[]): ReadonlySet<string> {
  const found = new Set(names);
  // What is added while it is walked is walked as well.
  for (const name of found) for (const input of nodes.get(name)?.inputs ?? []) found.add(input);
  return found;
}

/** The nodes of the graph that call a function, also by way of others. */
function callersOf({ nodes, callersWithin }: Graph, callee: string): readonly string[] {
  const found = new Set([callee]);
  for (const name of found) for (const one of callersWithin.get(name) ?? []) found.add(one);
  return [...nodes]
    .filter(([, { calls }]) => calls.some((call) => found.has(call)))
    .map(([name]) => name);
}
