// Reads an ONNX model whole, except its weights: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto .
import type { ByteSource } from "../bytes/source.ts";
import { paged } from "../bytes/paged.ts";
import type { Extent } from "../protobuf/wire.ts";
import type {
  Attribute,
  FunctionDefinition,
  Graph,
  GraphNode,
  OnnxModel,
  Tensor,
  Value,
} from "./model.ts";
import { readAttribute } from "./read-attribute.ts";
import { noExternal, type External } from "./read-external.ts";
import { readSparse, readTensor } from "./read-tensor.ts";
import { readValue } from "./read-value.ts";
import { int64Of, maxDepth, readingOf, type Reading } from "./read-wire.ts";

/** What was read, and what is wrong with it; a model is there where a graph was. */
export interface OnnxReading {
  readonly model: OnnxModel | undefined;
  readonly problems: readonly string[];
}

export interface ReadOptions {
  /** Finds files of weights beside the model; none are read otherwise. */
  readonly external?: External;
}

interface Context {
  readonly reading: Reading;
  readonly external: External;
}

function nodeOf(context: Context, extent: Extent, depth: number): GraphNode {
  const { reading } = context;
  let [name, operator, domain] = ["", "", ""];
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes = new Map<string, Attribute>();
  reading.walk(extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 1) inputs.push(reading.text(field));
    else if (field.number === 2) outputs.push(reading.text(field));
    else if (field.number === 3) name = reading.text(field);
    else if (field.number === 4) operator = reading.text(field);
    else if (field.number === 7) domain = reading.text(field);
    else if (field.number === 5) {
      const read = readAttribute(reading, field, {
        tensor: (at) => readTensor(reading, at, context.external).tensor,
        sparse: (at) => readSparse(reading, at, context.external)?.tensor,
        graph: (at) => graphOf(context, at, depth + 1),
      });
      if (read !== undefined) attributes.set(read.name, read.attribute);
    }
  });
  if (domain === "ai.onnx") domain = "";
  return { name, operator, domain, inputs, outputs, attributes };
}

function graphOf(context: Context, extent: Extent, depth: number): Graph {
  const { reading, external } = context;
  let name = "";
  const nodes: GraphNode[] = [];
  const initializers = new Map<string, Tensor>();
  const inputs: Value[] = [];
  const outputs: Value[] = [];
  const values = new Map<string, Value>();
  const keep = (found: ReturnType<typeof readSparse>): void => {
    if (found === undefined) return;
    if (initializers.has(found.name)) reading.tell(`two tensors have the name ${found.name}`);
    initializers.set(found.name, found.tensor);
  };
  if (depth > maxDepth) reading.tell(`graphs lie more than ${maxDepth} deep in each other`);
  else
    reading.walk(extent, (field) => {
      if (field.type !== 2) return;
      if (field.number === 1) nodes.push(nodeOf(context, field, depth));
      else if (field.number === 2) name = reading.text(field);
      else if (field.number === 5) keep(readTensor(reading, field, external));
      else if (field.number === 15) keep(readSparse(reading, field, external));
      else if (field.number === 11) inputs.push(readValue(reading, field));
      else if (field.number === 12) outputs.push(readValue(reading, field));
      else if (field.number === 13) {
        const value = readValue(reading, field);
        if (value.type !== "undefined") values.set(value.name, value);
      }
    });
  return {
    name,
    nodes,
    initializers,
    // Before version 4 of the format, weights stand among the inputs as well.
    inputs: inputs.filter((input) => !initializers.has(input.name)),
    outputs,
    values,
  };
}

function opsetOf(reading: Reading, extent: Extent): readonly [domain: string, version: number] {
  let [domain, version] = ["", 0];
  reading.walk(extent, (field) => {
    if (field.number === 1 && field.type === 2) domain = reading.text(field);
    else if (field.number === 2 && field.type === 0)
      version = Number(int64Of(reading.source, field));
  });
  return [domain === "ai.onnx" ? "" : domain, version];
}

function functionOf(context: Context, extent: Extent): FunctionDefinition {
  const { reading } = context;
  let [name, domain] = ["", ""];
  const inputs: string[] = [];
  const outputs: string[] = [];
  const nodes: GraphNode[] = [];
  const attributes = new Map<string, Attribute | undefined>();
  const opsets = new Map<string, number>();
  reading.walk(extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 1) name = reading.text(field);
    else if (field.number === 10) domain = reading.text(field);
    else if (field.number === 4) inputs.push(reading.text(field));
    else if (field.number === 5) outputs.push(reading.text(field));
    else if (field.number === 6) attributes.set(reading.text(field), undefined);
    else if (field.number === 7) nodes.push(nodeOf(context, field, 0));
    else if (field.number === 9) opsets.set(...opsetOf(reading, field));
    else if (field.number === 11) {
      const read = readAttribute(reading, field, {
        tensor: (at) => readTensor(reading, at, context.external).tensor,
        sparse: (at) => readSparse(reading, at, context.external)?.tensor,
        graph: (at) => graphOf(context, at, 1),
      });
      if (read !== undefined) attributes.set(read.name, read.attribute);
    }
  });
  return { name, domain, inputs, outputs, nodes, attributes, opsets };
}

/**
 * Reads a model. Total: what is broken is told in `problems`, with what could be read. Bytes of weights are
 * read when a tensor is asked for them, which throws where the tensor had a problem.
 */
export function readOnnxModel(
  source: ByteSource,
  { external = noExternal }: ReadOptions = {},
): OnnxReading {
  const reading = readingOf(paged(source));
  const context: Context = { reading, external };
  let irVersion = 0;
  let producer: string | undefined;
  let graph: Graph | undefined;
  const opsets = new Map<string, number>();
  const metadata = new Map<string, string>();
  const functions: FunctionDefinition[] = [];
  reading.walk({ at: 0, length: source.size }, (field) => {
    if (field.number === 1 && field.type === 0) irVersion = Number(int64Of(reading.source, field));
    if (field.type !== 2) return;
    if (field.number === 2) producer = reading.text(field);
    else if (field.number === 7) graph = graphOf(context, field, 0);
    else if (field.number === 8) opsets.set(...opsetOf(reading, field));
    else if (field.number === 25) functions.push(functionOf(context, field));
    else if (field.number === 14) {
      let [key, value] = ["", ""];
      reading.walk(field, (part) => {
        if (part.number === 1 && part.type === 2) key = reading.text(part);
        else if (part.number === 2 && part.type === 2) value = reading.text(part);
      });
      metadata.set(key, value);
    }
  });
  if (graph === undefined) reading.tell("there is no graph in it");
  const model = graph && { irVersion, opsets, producer, graph, functions, metadata };
  return { model, problems: reading.problems };
}
