// Graphs of TensorFlow: `saved_model.proto`, `meta_graph.proto`, `graph.proto`, `function.proto`.
// Operations of the function library run as well as those of the graph itself.
import { eachField, textAt, type Extent } from "../formats/protobuf/wire.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import { kerasConfigLines } from "./keras.ts";
import { actLine, type ListingLine } from "./listing.ts";
import { leavesFolder } from "./places.ts";
import type { ActKind } from "./judge.ts";
import { strayWriters, type Writer } from "./tensorflow-saver.ts";

/** Operations that reach out of the graph, and what they do. */
const operations: ReadonlyMap<string, readonly [kind: ActKind, what: string]> = new Map([
  ["PyFunc", ["runs", "calls a function of the Python process"]],
  ["PyFuncStateless", ["runs", "calls a function of the Python process"]],
  ["EagerPyFunc", ["runs", "calls a function of the Python process"]],
  ["NumpyFunction", ["runs", "calls a function of the Python process"]],
  ["LoadLibrary", ["runs", "loads native code"]],
  ["WriteFile", ["runs", "writes a file"]],
  ["DebugIdentity", ["calls-unknown", "may send tensors to a URL"]],
  ["DebugIdentityV2", ["calls-unknown", "may send tensors to a URL"]],
  ["DebugIdentityV3", ["calls-unknown", "may send tensors to a URL"]],
  ["ReadFile", ["calls-unknown", "reads a file"]],
  ["MatchingFiles", ["calls-unknown", "lists files"]],
  ["WholeFileReader", ["calls-unknown", "reads a file"]],
  ["WholeFileReaderV2", ["calls-unknown", "reads a file"]],
  ["TextLineReader", ["calls-unknown", "reads a file"]],
  ["TextLineReaderV2", ["calls-unknown", "reads a file"]],
  ["FixedLengthRecordReader", ["calls-unknown", "reads a file"]],
  ["FixedLengthRecordReaderV2", ["calls-unknown", "reads a file"]],
  ["TFRecordReader", ["calls-unknown", "reads a file"]],
  ["TFRecordReaderV2", ["calls-unknown", "reads a file"]],
  ["TextLineDataset", ["calls-unknown", "reads a file"]],
  ["TFRecordDataset", ["calls-unknown", "reads a file"]],
  ["TFRecordDatasetV2", ["calls-unknown", "reads a file"]],
  ["FixedLengthRecordDataset", ["calls-unknown", "reads a file"]],
  ["FixedLengthRecordDatasetV2", ["calls-unknown", "reads a file"]],
  ["CSVDataset", ["calls-unknown", "reads a file"]],
  ["CSVDatasetV2", ["calls-unknown", "reads a file"]],
  ["SqlDataset", ["calls-unknown", "asks a database"]],
  ["ImmutableConst", ["calls-unknown", "maps a file into memory"]],
  ["RemoteCall", ["calls-unknown", "calls a function on another device"]],
  ["GeneratorDataset", ["runs", "calls a function of the Python process"]],
  ["ExperimentalSqlDataset", ["calls-unknown", "asks a database"]],
  ["ExperimentalCSVDataset", ["calls-unknown", "reads a file"]],
  ["LoadDataset", ["calls-unknown", "reads files"]],
  ["LoadDatasetV2", ["calls-unknown", "reads files"]],
  ["SaveDataset", ["calls-unknown", "writes files"]],
  ["SaveDatasetV2", ["calls-unknown", "writes files"]],
  ["SnapshotDataset", ["calls-unknown", "writes files"]],
  ["SnapshotDatasetV2", ["calls-unknown", "writes files"]],
  ["DistributedSave", ["calls-unknown", "writes files"]],
  ["DataServiceDatasetV2", ["calls-unknown", "asks another host"]],
  ["DataServiceDatasetV3", ["calls-unknown", "asks another host"]],
  ["DataServiceDatasetV4", ["calls-unknown", "asks another host"]],
  ["RegisterDataset", ["calls-unknown", "asks another host"]],
  ["RegisterDatasetV2", ["calls-unknown", "asks another host"]],
  ["RpcCall", ["calls-unknown", "asks another host"]],
  ["Rpc", ["calls-unknown", "asks another host"]],
  ["TryRpc", ["calls-unknown", "asks another host"]],
  ["Bitcast_PyFunc", ["runs", "calls a function of the Python process"]],
]);

/** Operations that every model has in the part that saves it, and what they do elsewhere. */
const savers: ReadonlyMap<string, string> = new Map([
  ["Save", "writes a file"],
  ["SaveV2", "writes files"],
  ["SaveSlices", "writes a file"],
  ["MergeV2Checkpoints", "moves and deletes files"],
]);

/** What an operation does that reaches out of the graph; undefined for every other. */
export function operationThreat(op: string): readonly [kind: ActKind, what: string] | undefined {
  const saving = savers.get(op);
  return operations.get(op) ?? (saving === undefined ? undefined : ["calls-unknown", saving]);
}

const maxNodes = 5_000_000;
const maxTold = 50;
const maxWriters = 1_000;

interface Graph {
  readonly source: ByteSource;
  readonly lines: ListingLine[];
  readonly writers: Writer[];
  nodes: number;
  functions: number;
  told: number;
}

function openGraph(source: ByteSource): Graph {
  return { source, lines: [], writers: [], nodes: 0, functions: 0, told: 0 };
}

/** A node of the graph, or of a function. */
function node(graph: Graph, extent: Extent, owner?: { name: string }): void {
  graph.nodes++;
  if (graph.nodes > maxNodes) return;
  const { source } = graph;
  let name = "";
  let op = "";
  eachField(source, extent, (field) => {
    if (field.type !== 2) return true;
    if (field.number === 1) name = textAt(source, field, 200);
    else if (field.number === 2) op = textAt(source, field, 200);
    return field.number <= 2;
  });
  if (savers.has(op) && graph.writers.length < maxWriters) graph.writers.push({ name, op, owner });
  const known = op === "PrintV2" ? printed(source, extent) : operations.get(op);
  if (known !== undefined) tell(graph, { name, op, owner }, known);
}

function tell(
  graph: Graph,
  { name, op, owner }: Writer,
  [kind, what]: readonly [kind: ActKind, what: string],
): void {
  if (graph.told++ >= maxTold) return;
  graph.lines.push({
    text: `${JSON.stringify(name)} = ${op}(…)${owner === undefined ? "" : "  # in the function library"}`,
    acts: [{ kind, message: `The operation ${op} of the graph ${what}` }],
  });
}

/** `PrintV2` adds to a file where its stream is one. */
function printed(
  source: ByteSource,
  extent: Extent,
): readonly [kind: ActKind, what: string] | undefined {
  let isFile = false;
  eachField(source, extent, (field) => {
    if (field.number !== 5 || field.type !== 2) return;
    let key = "";
    eachField(source, field, (inner) => {
      if (inner.number === 1) key = textAt(source, inner, 100);
      else if (inner.number === 2 && inner.type === 2 && key === "output_stream")
        eachField(source, inner, (value) => {
          if (value.number === 2) isFile ||= textAt(source, value, 100).startsWith("file:");
        });
    });
  });
  return isFile ? ["runs", "writes a file"] : undefined;
}

/** Operations that write outside of what saves the model. */
function tellStray(graph: Graph, of: { readonly extent: Extent; readonly isMeta: boolean }): void {
  for (const writer of strayWriters(graph.source, of, graph.writers))
    tell(graph, writer, [
      "calls-unknown",
      `${savers.get(writer.op)!}, and is no part of what saves it`,
    ]);
  graph.writers.length = 0;
}

function graphDef(graph: Graph, extent: Extent): boolean {
  const { source } = graph;
  return eachField(source, extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 1) node(graph, field);
    else if (field.number === 2) library(graph, field);
  });
}

/** `FunctionDefLibrary`: functions that the graph calls, also from each other. */
function library(graph: Graph, extent: Extent): void {
  const { source } = graph;
  eachField(source, extent, (field) => {
    if (field.number !== 1 || field.type !== 2) return;
    graph.functions++;
    const owner = { name: "" };
    eachField(source, field, (inner) => {
      if (inner.number === 3 && inner.type === 2) node(graph, inner, owner);
      else if (inner.number === 1 && inner.type === 2)
        eachField(source, inner, (part) => {
          if (part.number === 1 && part.type === 2) owner.name = textAt(source, part);
        });
    });
  });
}

/** `AssetFileDef`: a file that is handed to the graph by its name in the folder of assets. */
function asset(graph: Graph, extent: Extent): void {
  eachField(graph.source, extent, (field) => {
    if (field.number !== 2 || field.type !== 2) return;
    const place = textAt(graph.source, field);
    if (!leavesFolder(place) || graph.told++ >= maxTold) return;
    const shown = JSON.stringify(place.slice(0, 200));
    graph.lines.push(
      actLine(
        `asset(${shown})`,
        "escapes",
        `The graph reads ${shown}, outside the folder of the model`,
      ),
    );
  });
}

/** The lines of a saved model; undefined where it is none. */
export function savedModelLines(source: ByteSource): readonly ListingLine[] | undefined {
  const graph = openGraph(source);
  let graphs = 0;
  let isOther = false;
  const isWhole = eachField(source, { at: 0, length: source.size }, (field) => {
    if (field.number === 1 && field.type === 0) return field.value === 1;
    if (field.number !== 2 || field.type !== 2) {
      isOther = true;
      return false;
    }
    eachField(source, field, (inner) => {
      if (inner.number === 2 && inner.type === 2 && graphDef(graph, inner)) graphs++;
      else if (inner.number === 6 && inner.type === 2) asset(graph, inner);
    });
    tellStray(graph, { extent: field, isMeta: true });
    return undefined;
  });
  const { nodes, functions, lines } = graph;
  if (isOther || graphs === 0 || nodes === 0) return undefined;
  return [
    { text: `# TensorFlow SavedModel, ${nodes} operations, ${functions} functions` },
    ...lines,
    ...beyond(nodes),
    ...(isWhole ? [] : [cutOff]),
  ];
}

/** The lines of a graph that was saved by itself; undefined where it is none. */
export function frozenGraphLines(source: ByteSource): readonly ListingLine[] | undefined {
  const graph = openGraph(source);
  if (!looksLikeNode(source)) return undefined;
  if (!graphDef(graph, { at: 0, length: source.size }) || graph.nodes === 0) return undefined;
  tellStray(graph, { extent: { at: 0, length: source.size }, isMeta: false });
  const title = { text: `# TensorFlow graph, ${graph.nodes} operations` };
  return [title, ...graph.lines, ...beyond(graph.nodes)];
}

/** The first field is a node with a name and an operation. */
function looksLikeNode(source: ByteSource): boolean {
  let isNode = false;
  eachField(source, { at: 0, length: source.size }, (field) => {
    if (field.number !== 1 || field.type !== 2 || field.length > 100_000) return false;
    const texts: string[] = [];
    const isMessage = eachField(source, field, (inner) => {
      if (inner.number <= 2 && inner.type === 2) texts[inner.number] = textAt(source, inner, 200);
    });
    isNode = isMessage && /^[\w./>-]+$/.test(texts[1] ?? "") && /^[A-Z]\w+$/.test(texts[2] ?? "");
    return false;
  });
  return isNode;
}

/** `keras_metadata.pb`: the layers of a Keras model as JSON; undefined where it is none. */
export function kerasMetadataLines(source: ByteSource): readonly ListingLine[] | undefined {
  const lines: ListingLine[] = [];
  let nodes = 0;
  const isWhole = eachField(source, { at: 0, length: source.size }, (field) => {
    if (field.number !== 1 || field.type !== 2) return false;
    eachField(source, field, (inner) => {
      if (inner.number !== 5 || inner.type !== 2) return;
      const text = textAt(source, inner, 4 * 1024 * 1024);
      if (!text.startsWith("{")) return;
      nodes++;
      lines.push(...kerasConfigLines(text));
    });
    return undefined;
  });
  if (!isWhole || nodes === 0) return undefined;
  return [{ text: `# Keras metadata, ${nodes} objects` }, ...lines];
}

/** Operations that were not looked at, for there are too many. */
function beyond(nodes: number): readonly ListingLine[] {
  if (nodes <= maxNodes) return [];
  const message = `It has more than ${maxNodes} operations, and the rest was not looked at`;
  return [{ text: `# ${message}`, acts: [{ kind: "unclear", message }] }];
}

const cutOff: ListingLine = {
  text: "# it ends in the middle",
  acts: [{ kind: "contradicts", message: "It contradicts its format: it ends in the middle" }],
};
