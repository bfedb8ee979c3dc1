// ONNX: `onnx/onnx.proto`. Nothing in a graph runs code of its own, but external data are read from
// wherever the file says (CVE-2022-25882, CVE-2024-27318, CVE-2025-51480, CVE-2026-27489), and
// operators of other domains load libraries.
import { eachField, textAt, type Extent } from "../formats/protobuf/wire.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import type { ActKind } from "./judge.ts";
import type { ListingLine } from "./listing.ts";
import { leavesFolder } from "./folder/word.ts";
import { metadataLines } from "./metadata.ts";

const domains =
  /^(?:|ai\.onnx|ai\.onnx\.ml|ai\.onnx\.training|ai\.onnx\.preview(?:\.\w+)*|com\.microsoft(?:\.\w+)*|org\.pytorch\.aten|pkg\.\S+|com\.ms\.\S+)$/;
const maxNodes = 5_000_000;
const maxTold = 50;
const maxDepth = 32;
/** Files beside the model that are looked up. */
const maxOutside = 2_000;

const tooMany = `It has more than ${maxNodes} operators, and the rest was not looked at`;
const beyond: ListingLine = { text: `# ${tooMany}`, acts: [{ kind: "unclear", message: tooMany }] };

interface Model {
  readonly source: ByteSource;
  readonly lines: ListingLine[];
  readonly metadata: Map<string, string>;
  /** Domains of functions that the model defines itself. */
  readonly defined: Set<string>;
  readonly foreign: Map<string, string>;
  /** Files beside it, and the byte up to which each is read. */
  readonly outside: Map<string, number>;
  nodes: number;
  tensors: number;
}

/** The lines of a model; undefined where it is none. */
export function onnxLines(source: ByteSource): readonly ListingLine[] | undefined {
  const model: Model = {
    source,
    lines: [],
    metadata: new Map(),
    defined: new Set(),
    foreign: new Map(),
    outside: new Map(),
    nodes: 0,
    tensors: 0,
  };
  let version = 0;
  let graphs = 0;
  const isWhole = eachField(source, { at: 0, length: source.size }, (field) => {
    if (field.number === 1 && field.type === 0) version = field.value;
    if (field.type !== 2) return;
    if (field.number === 7) {
      graphs++;
      graph(model, field, 0);
    } else if (field.number === 14) property(model, field);
    else if (field.number === 25) definition(model, field);
  });
  if (graphs === 0) return undefined;
  for (const [domain, operator] of model.foreign) {
    if (model.defined.has(domain) || model.lines.length >= maxTold) continue;
    const message = `The operator ${domain}.${operator} comes from a library that must be loaded`;
    tell(model, { text: `${domain}.${operator}(…)`, kind: "names-unknown", message });
  }
  const { nodes, tensors, lines, metadata, outside } = model;
  const reads = [...outside].map(([place, end]) => ({ place, end }));
  return [
    { text: `# ONNX, version ${version}, ${nodes} operators, ${tensors} tensors`, reads },
    ...lines,
    ...metadataLines(metadata),
    ...(nodes <= maxNodes ? [] : [beyond]),
    ...(isWhole
      ? []
      : [
          {
            text: "# it ends in the middle",
            acts: [
              { kind: "contradicts", message: "It contradicts its format: it ends in the middle" },
            ],
          } as const,
        ]),
  ];
}

function tell(
  model: Model,
  {
    text,
    kind,
    message,
  }: { readonly text: string; readonly kind: ActKind; readonly message: string },
): void {
  if (model.lines.length < maxTold) model.lines.push({ text, acts: [{ kind, message }] });
}

/** `GraphProto`: nodes and weights; graphs stand in attributes of nodes as well. */
function graph(model: Model, extent: Extent, depth: number): void {
  if (depth > maxDepth) return;
  eachField(model.source, extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 1) node(model, field, depth);
    else if (field.number === 5) tensor(model, field);
    else if (field.number === 15)
      eachField(model.source, field, (inner) => {
        if (inner.type === 2 && inner.number <= 2) tensor(model, inner);
      });
  });
}

function node(model: Model, extent: Extent, depth: number): void {
  if (model.nodes++ > maxNodes) return;
  let operator = "";
  let domain = "";
  eachField(model.source, extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 4) operator = textAt(model.source, field, 200);
    else if (field.number === 7) domain = textAt(model.source, field, 200);
    else if (field.number === 5) attribute(model, field, depth);
  });
  if (!domains.test(domain) && !model.foreign.has(domain)) model.foreign.set(domain, operator);
}

function attribute(model: Model, extent: Extent, depth: number): void {
  eachField(model.source, extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 5 || field.number === 10) tensor(model, field);
    else if (field.number === 6 || field.number === 11) graph(model, field, depth + 1);
  });
}

/** `TensorProto`: where its data lie, if not in the file. */
function tensor(model: Model, extent: Extent): void {
  model.tensors++;
  const { source } = model;
  let name = "";
  const places: string[] = [];
  const part = { offset: 0, length: 0 };
  eachField(source, extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 8) name = textAt(source, field, 200);
    else if (field.number === 13) {
      let key = "";
      let value = "";
      eachField(source, field, (inner) => {
        if (inner.number === 1) key = textAt(source, inner, 200);
        else if (inner.number === 2) value = textAt(source, inner);
      });
      if (key === "location") places.push(value);
      if (key === "offset" || key === "length") part[key] = Number(value);
    }
  });
  for (const place of places) {
    if (!leavesFolder(place)) {
      const end = Math.max(model.outside.get(place) ?? 0, part.offset + part.length || 0);
      if (model.outside.size < maxOutside || model.outside.has(place))
        model.outside.set(place, end);
      continue;
    }
    const shown = JSON.stringify(place.slice(0, 200));
    const message = `The data of ${JSON.stringify(name)} are read from ${shown}, outside the folder of the model`;
    tell(model, {
      text: `${JSON.stringify(name)}.data = open(${shown})`,
      kind: "escapes",
      message,
    });
  }
}

function property(model: Model, extent: Extent): void {
  let key = "";
  let value = "";
  eachField(model.source, extent, (field) => {
    if (field.number === 1) key = textAt(model.source, field, 200);
    else if (field.number === 2) value = textAt(model.source, field, 100_000);
  });
  model.metadata.set(key, value);
}

function definition(model: Model, extent: Extent): void {
  eachField(model.source, extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 10) model.defined.add(textAt(model.source, field, 200));
    else if (field.number === 7) node(model, field, 0);
  });
}
