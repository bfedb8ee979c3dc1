// A node that is being replaced by others that mean the same, and the tools for writing those.
import type {
  Attribute,
  ElementType,
  Graph,
  GraphNode,
  Tensor,
} from "../../../formats/onnx/model.ts";
import type { Fact } from "../inference.ts";
import type { NodeDetails, PlainAttribute } from "../rule.ts";
import { numbersOf, tensorOf } from "../tensors.ts";

/** Thrown where a shape is not known yet: the node stays, and is asked again after the next probing. */
export class NotYetKnown extends Error {}

/** Thrown where a node cannot be written by others: it stays, and its gradient is refused for this reason. */
export class Refused extends Error {}

/** Writes the nodes that stand for one node. */
export type Expansion = (site: Site) => void;
/** By operator; an operator of another domain is `domain:Operator`. */
export type Expansions = Readonly<Record<string, Expansion>>;

export interface Site {
  readonly node: GraphNode;
  /** What is known of the values of the graph; not all of them need be known yet. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** Undefined where it was left out. */
  input(at: number): string | undefined;
  /** The input that must be there. */
  needed(at: number): string;
  /** Whether somebody may use this output. */
  has(output: number): boolean;
  /** Exact shape of a value of the graph, not of what was written here. */
  shape(name: string): readonly number[];
  type(name: string): ElementType;
  /** Whole numbers of a value that is constant. */
  wholes(name: string): readonly number[] | undefined;
  write(operator: string, inputs: readonly (string | undefined)[], details?: NodeDetails): string;
  writeAll(
    operator: string,
    inputs: readonly (string | undefined)[],
    details: NodeDetails,
  ): readonly string[];
  /** Appends a node as it is. */
  append(node: GraphNode): void;
  /** Floats of the type of the first input, or of `like`. */
  floats(values: readonly number[], dims?: readonly number[], like?: string): string;
  ints(values: readonly number[], dims?: readonly number[]): string;
  tensor(tensor: Tensor): string;
  /** A name that nothing has. */
  fresh(hint: string): string;
  /** Says which value an output is. */
  give(output: number, name: string): void;
  int(name: string, fallback?: number): number;
  float(name: string, fallback?: number): number;
  text(name: string, fallback?: string): string;
  list(name: string): readonly number[];
  texts(name: string): readonly string[];
  graph(name: string): Graph;
  refuse(why: string): never;
}

const castNumbers: Readonly<Partial<Record<ElementType, number>>> = {
  float32: 1,
  float16: 10,
  float64: 11,
  bfloat16: 16,
};

/** Numbers of a tensor. */
function valuesOf(tensor: Tensor): readonly number[] | undefined {
  const numbers = numbersOf(tensor);
  return numbers && Array.from(numbers);
}

function attributeOf(value: PlainAttribute): Attribute {
  if (typeof value === "number")
    return Number.isInteger(value)
      ? { kind: "int", value: BigInt(value) }
      : { kind: "float", value };
  if (typeof value === "string") return { kind: "string", value: Buffer.from(value) };
  if ("kind" in value) return value;
  if ("float" in value) return { kind: "float", value: value.float };
  if ("floats" in value) return { kind: "floats", value: value.floats };
  if ("tensor" in value) return { kind: "tensor", value: value.tensor };
  return { kind: "ints", value: value.map(BigInt) };
}

/** Attributes as a file has them. */
export function attributesOf(details: NodeDetails): ReadonlyMap<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  for (const [name, value] of Object.entries(details.attributes ?? {}))
    if (value !== undefined) attributes.set(name, attributeOf(value));
  return attributes;
}

/** Where a site writes to. */
export interface Sheet {
  readonly nodes: GraphNode[];
  readonly initializers: Map<string, Tensor>;
  /** Constants of this graph by their values, so that equal ones are kept once. */
  readonly known: Map<string, string>;
  fresh(hint: string): string;
}

/** Reads attributes of a node. */
function attributeReader(node: GraphNode, refuse: (why: string) => never) {
  function read(name: string, kinds: readonly Attribute["kind"][]): Attribute | undefined {
    const attribute = node.attributes.get(name);
    if (attribute !== undefined && !kinds.includes(attribute.kind))
      refuse(`its attribute "${name}" is of another kind`);
    return attribute;
  }
  const missing = (name: string): never => refuse(`its attribute "${name}" is missing`);
  return {
    int(name: string, fallback?: number): number {
      const found = read(name, ["int"]);
      return found?.kind === "int" ? Number(found.value) : (fallback ?? missing(name));
    },
    float(name: string, fallback?: number): number {
      const found = read(name, ["float"]);
      return found?.kind === "float" ? found.value : (fallback ?? missing(name));
    },
    text(name: string, fallback?: string): string {
      const found = read(name, ["string"]);
      if (found?.kind !== "string") return fallback ?? missing(name);
      return Buffer.from(found.value).toString();
    },
    list(name: string): readonly number[] {
      const found = read(name, ["ints", "floats"]);
      if (found?.kind === "floats") return found.value;
      return found?.kind === "ints" ? found.value.map(Number) : [];
    },
    texts(name: string): readonly string[] {
      const found = read(name, ["strings"]);
      return found?.kind === "strings"
        ? found.value.map((each) => Buffer.from(each).toString())
        : [];
    },
    graph(name: string): Graph {
      const found = read(name, ["graph"]);
      return found?.kind === "graph" ? found.value : missing(name);
    },
  };
}

/** The place of one node. */
export function siteOf(node: GraphNode, facts: ReadonlyMap<string, Fact>, sheet: Sheet): Site {
  const refuse = (why: string): never => {
    throw new Refused(why);
  };
  const input = (at: number): string | undefined => node.inputs[at] || undefined;
  const needed = (at: number): string => input(at) ?? refuse(`its input ${at} is missing`);

  function constant(key: string, make: () => Tensor): string {
    const found = sheet.known.get(key);
    if (found !== undefined) return found;
    const name = sheet.fresh("constant");
    sheet.initializers.set(name, make());
    sheet.known.set(key, name);
    return name;
  }

  function writeAll(
    name: string,
    inputs: readonly (string | undefined)[],
    details: NodeDetails,
  ): readonly string[] {
    const outputs = Array.from({ length: details.outputs ?? 1 }, () => sheet.fresh(name));
    sheet.nodes.push({
      name: outputs[0]!,
      operator: name,
      domain: details.domain ?? "",
      inputs: inputs.map((each) => each ?? ""),
      outputs,
      attributes: attributesOf(details),
    });
    return outputs;
  }
  const write: Site["write"] = (name, inputs, details = {}) => writeAll(name, inputs, details)[0]!;

  const site: Site = {
    ...attributeReader(node, refuse),
    node,
    facts,
    input,
    needed,
    has: (output) => (node.outputs[output] ?? "") !== "",
    shape: (name) => {
      const shape = facts.get(name)?.shape;
      if (shape === undefined) throw new NotYetKnown(name);
      return shape;
    },
    type: (name) => {
      const type = facts.get(name)?.type;
      if (type === undefined) throw new NotYetKnown(name);
      return type;
    },
    wholes: (name) => {
      const tensor = facts.get(name)?.constant;
      return tensor === undefined ? undefined : valuesOf(tensor);
    },
    write,
    writeAll,
    append: (added) => void sheet.nodes.push(added),
    floats: (values, dims = [], like = needed(0)) => {
      const type = site.type(like);
      const name = constant(`f ${dims.join()} ${values.join()}`, () =>
        tensorOf("float32", dims, values),
      );
      const to = castNumbers[type] ?? refuse(`its values are ${type}`);
      return to === 1 ? name : write("Cast", [name], { attributes: { to } });
    },
    ints: (values, dims = [values.length]) =>
      constant(`i ${dims.join()} ${values.join()}`, () => tensorOf("int64", dims, values)),
    tensor: (tensor) => {
      const name = sheet.fresh("constant");
      sheet.initializers.set(name, tensor);
      return name;
    },
    fresh: (hint) => sheet.fresh(hint),
    give: (output, name) => {
      const to = node.outputs[output];
      if (!to) return;
      sheet.nodes.push({
        name: sheet.fresh("Identity"),
        operator: "Identity",
        domain: "",
        inputs: [name],
        outputs: [to],
        attributes: new Map(),
      });
    },
    refuse,
  };
  return site;
}
