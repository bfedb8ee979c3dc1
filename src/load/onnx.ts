// ONNX: `onnx/onnx.proto`. Nothing in a graph runs code of its own, but external data are read from
// wherever the file says, operators of other domains load libraries, and some make much of little.
import { eachField, textAt, type Extent } from "../formats/protobuf/wire.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import type { ActKind } from "./judge.ts";
import { contradiction, type ListingLine } from "./listing.ts";
import { leavesFolder } from "./places.ts";
import { metadataLines } from "./metadata.ts";
import { externalLines } from "./onnx-external.ts";
import { operatorLine } from "./onnx-operators.ts";
import { mostElements, productOf, rawSize, shapeInputs } from "./onnx-shapes.ts";

const domains =
  /^(?:|ai\.onnx|ai\.onnx\.ml|ai\.onnx\.training|ai\.onnx\.preview(?:\.\w+)*|com\.microsoft(?:\.\w+)*|org\.pytorch\.aten|pkg\.\S+|com\.ms\.\S+)$/;
const maxNodes = 5_000_000;
const maxTold = 50;
const maxDepth = 32;
/** Files beside the model that are looked up. */
const maxOutside = 2_000;
/** Bytes of a tensor that may be a shape. */
const maxShape = 2_000;
/** Shapes, and operators that take one, that are kept. */
const maxMakers = 100_000;
/** Keys of one tensor's external data. */
const maxEntries = 100;

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
  /** Products of the numbers in small tensors, by their names: shapes. */
  readonly products: Map<string, number>;
  /** Operators that take how large they are from a name. */
  readonly makers: { readonly operator: string; readonly shape: string }[];
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
    products: new Map(),
    makers: [],
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
  tellMakers(model);
  const { nodes, tensors, lines, metadata, outside } = model;
  const reads = [...outside].map(([place, end]) => ({ place, end }));
  return [
    { text: `# ONNX, version ${version}, ${nodes} operators, ${tensors} tensors`, reads },
    ...lines,
    ...metadataLines(metadata),
    ...(nodes <= maxNodes ? [] : [beyond]),
    ...(isWhole ? [] : [contradiction("it ends in the middle")]),
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
  const inputs: string[] = [];
  const outputs: string[] = [];
  let constant: Extent | undefined;
  eachField(model.source, extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 1 && inputs.length < 2) inputs.push(textAt(model.source, field, 200));
    else if (field.number === 2 && outputs.length < 1)
      outputs.push(textAt(model.source, field, 200));
    else if (field.number === 4) operator = textAt(model.source, field, 200);
    else if (field.number === 7) domain = textAt(model.source, field, 200);
    else if (field.number === 5) {
      attribute(model, field, depth);
      constant ??= tensorIn(model, field);
    }
  });
  if (operator === "Constant" && constant !== undefined) shape(model, outputs[0], constant);
  const from = Object.hasOwn(shapeInputs, operator) ? inputs[shapeInputs[operator]!] : undefined;
  if (from !== undefined && model.makers.length < maxMakers)
    model.makers.push({ operator, shape: from });
  const line = operatorLine(model.source, extent, operator);
  if (line !== undefined && model.lines.length < maxTold) model.lines.push(line);
  if (line === undefined && !domains.test(domain) && !model.foreign.has(domain))
    model.foreign.set(domain, operator);
}

function attribute(model: Model, extent: Extent, depth: number): void {
  eachField(model.source, extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 5 || field.number === 10) tensor(model, field);
    else if (field.number === 6 || field.number === 11) graph(model, field, depth + 1);
  });
}

/** The tensor that an attribute holds. */
function tensorIn({ source }: Model, extent: Extent): Extent | undefined {
  let found: Extent | undefined;
  eachField(source, extent, (field) => {
    if (field.number === 5 && field.type === 2) found = field;
  });
  return found;
}

/** Keeps a tensor that may be a shape. */
function shape({ source, products }: Model, name: string | undefined, extent: Extent): void {
  if (name === undefined || extent.length > maxShape || products.size >= maxMakers) return;
  const product = productOf(source, extent);
  if (product !== undefined) products.set(name, product);
}

function tellMakers(model: Model): void {
  for (const { operator, shape: name } of model.makers) {
    const product = model.products.get(name) ?? 0;
    if (product <= mostElements) continue;
    const message = `${operator} makes a tensor of ${product.toPrecision(3)} elements, which no machine holds`;
    tell(model, { text: `${operator}(${JSON.stringify(name)})`, kind: "contradicts", message });
  }
}

/** Keeps which file beside the model is read, and up to where. */
function remember({ outside }: Model, entries: readonly (readonly [string, string])[]): void {
  const given = new Map(entries);
  const place = given.get("location");
  if (place === undefined || leavesFolder(place)) return;
  const end = Number(given.get("offset") ?? 0) + Number(given.get("length") ?? 0) || 0;
  if (outside.size < maxOutside || outside.has(place))
    outside.set(place, Math.max(outside.get(place) ?? 0, end));
}

/** `TensorProto`: where its data lie, if not in the file. */
function tensor(model: Model, extent: Extent): void {
  model.tensors++;
  const { source, lines } = model;
  let name = "";
  const entries: (readonly [string, string])[] = [];
  eachField(source, extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 8) name = textAt(source, field, 200);
    else if (field.number === 13 && entries.length < maxEntries) {
      let key = "";
      let value = "";
      eachField(source, field, (inner) => {
        if (inner.number === 1) key = textAt(source, inner, 200);
        else if (inner.number === 2) value = textAt(source, inner);
      });
      entries.push([key, value]);
    }
  });
  shape(model, name, extent);
  remember(model, entries);
  if (lines.length >= maxTold) return;
  if (entries.length > 0) lines.push(...externalLines({ name, entries }));
  const size = rawSize(source, extent);
  if (size !== undefined && size.needed > size.found) {
    const shown = JSON.stringify(name.slice(0, 100));
    lines.push(
      contradiction(`${shown} has ${size.found} bytes for numbers that need ${size.needed}`),
    );
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
