// Appends nodes to a graph whose shapes and types are known, and knows those of what it appends.
import type { Attribute, ElementType, GraphNode, Tensor } from "../../formats/onnx/model.ts";
import { PaviseError } from "../../core/errors.ts";
import { infer } from "./infer.ts";
import { Unknown, type Fact } from "./inference.ts";
import type { Emitter, NodeDetails, PlainAttribute } from "./rule.ts";
import { tensorOf } from "./tensors.ts";

/** What was appended so far. */
export interface Emission {
  readonly emit: Emitter;
  readonly facts: ReadonlyMap<string, Fact>;
  /** Appended nodes and constants that these values need, in an order in which they can run. */
  readonly needed: (values: readonly string[]) => {
    readonly nodes: readonly GraphNode[];
    readonly initializers: ReadonlyMap<string, Tensor>;
  };
}

export interface EmissionOptions {
  /** Type of constants where nothing else says it; float32 otherwise. */
  readonly floats?: ElementType;
  /** What the names of new values start with. */
  readonly prefix?: string;
}

const floatTypes: ReadonlySet<ElementType> = new Set(["float32", "float64", "float16", "bfloat16"]);

/** Whether gradients of values of this type make sense. */
export function isFloat(type: ElementType): boolean {
  return floatTypes.has(type);
}

/** Elements up to which equal constants are looked for. */
const maxCompared = 4096;

/** Operators whose float inputs may differ in type. */
const mixed: ReadonlySet<string> = new Set(["Cast", "CastLike", "Resize", "QuantizeLinear"]);
/** Operators that broadcast, so that an input need not be expanded before them. */
const broadcasting: ReadonlySet<string> = new Set(["Add", "Sub", "Mul", "Div"]);

function attributeOf(plain: PlainAttribute): Attribute {
  if (typeof plain === "string") return { kind: "string", value: Buffer.from(plain) };
  if (typeof plain === "number")
    return Number.isInteger(plain)
      ? { kind: "int", value: BigInt(plain) }
      : { kind: "float", value: plain };
  if ("kind" in plain) return plain;
  if ("float" in plain) return { kind: "float", value: plain.float };
  if ("floats" in plain) return { kind: "floats", value: plain.floats };
  if ("tensor" in plain) return { kind: "tensor", value: plain.tensor };
  return plain.every(Number.isInteger)
    ? { kind: "ints", value: plain.map(BigInt) }
    : { kind: "floats", value: plain };
}

/** What two attributes share exactly when they are the same; undefined for large ones. */
function attributeKey({ kind, value }: Attribute): string | undefined {
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "string")
    return `${kind}=${value}`;
  if (value instanceof Uint8Array) return `${kind}=${Buffer.from(value).toString("latin1")}`;
  return kind === "ints" || kind === "floats" ? `${kind}=${value.join(",")}` : undefined;
}

function nodeKey(node: GraphNode, outputs: number): string | undefined {
  const parts = [node.domain, node.operator, node.inputs.join("\u0001"), String(outputs)];
  for (const [name, attribute] of [...node.attributes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const key = attributeKey(attribute);
    if (key === undefined) return undefined;
    parts.push(`${name}:${key}`);
  }
  return parts.join("\u0000");
}

/** Starts to append to a graph of these values. */
export function emission(
  known: ReadonlyMap<string, Fact>,
  options: EmissionOptions = {},
): Emission {
  const { floats: own = "float32", prefix = "pavise" } = options;
  const facts = new Map(known);
  const nodes: GraphNode[] = [];
  const initializers = new Map<string, Tensor>();
  const byKey = new Map<string, readonly string[]>();
  const byTensor = new Map<Tensor, string>();
  /** Constants that take the type of what they are used with. */
  const pliable = new Map<string, readonly number[] | Float32Array>();
  /** What gave a value that was appended. */
  const makers = new Map<string, GraphNode>();
  let count = 0;

  function fresh(hint: string): string {
    for (;;) {
      const name = `${prefix}/${hint}_${count++}`;
      if (!facts.has(name)) return name;
    }
  }

  function factOf(name: string): Fact {
    const fact = facts.get(name);
    if (fact === undefined)
      throw new PaviseError("model-unsupported", `nothing is known of the value ${name}`, {
        hint: "Please report it with the model: shapes of all values should have been found.",
      });
    return fact;
  }

  function keep(value: Tensor, hint: string): string {
    const name = fresh(hint);
    initializers.set(name, value);
    facts.set(name, { type: value.type, shape: value.dims, constant: value });
    return name;
  }

  function constantOf(
    type: ElementType,
    dims: readonly number[],
    values: readonly number[] | Float32Array,
  ): string {
    if (values.length > maxCompared) return keep(tensorOf(type, dims, values), "constant");
    const key = `constant\u0000${type}\u0000${dims.join(",")}\u0000${Array.from(values, (each) => (Object.is(each, -0) ? "-0" : each)).join(",")}`;
    const found = byKey.get(key);
    if (found !== undefined) return found[0]!;
    const name = keep(tensorOf(type, dims, values), "constant");
    byKey.set(key, [name]);
    return name;
  }

  function floats(values: readonly number[] | Float32Array, dims: readonly number[]): string {
    const name = constantOf(own, dims, values);
    pliable.set(name, values);
    return name;
  }

  /** Gives constants that are used with floats of another type that type. */
  function agreed(operator: string, inputs: readonly string[]): readonly string[] {
    if (mixed.has(operator)) return inputs;
    let wanted: ElementType | undefined;
    for (const name of inputs) {
      const type = name === "" || pliable.has(name) ? undefined : factOf(name).type;
      if (type !== undefined && isFloat(type)) wanted ??= type;
    }
    if (wanted === undefined || wanted === own) return inputs;
    const type = wanted;
    return inputs.map((name) => {
      const values = pliable.get(name);
      return values === undefined ? name : constantOf(type, factOf(name).shape, values);
    });
  }

  /** Takes the value before an Expand where the operator broadcasts by itself. */
  function unexpanded(operator: string, inputs: readonly string[]): readonly string[] {
    if (!broadcasting.has(operator)) return inputs;
    const [a, b] = inputs as readonly [string, string];
    const before = (name: string, other: string): string => {
      const maker = makers.get(name);
      if (maker?.operator !== "Expand") return name;
      const { shape } = factOf(name);
      const beside = factOf(other).shape;
      const isCovered =
        beside.length >= shape.length &&
        shape.every((length, axis) => beside.at(axis - shape.length) === length);
      return isCovered ? maker.inputs[0]! : name;
    };
    const left = before(a, b);
    return [left, left === a ? before(b, a) : b];
  }

  function append(
    operator: string,
    given: readonly string[],
    details: NodeDetails,
  ): readonly string[] {
    const inputs = unexpanded(operator, agreed(operator, given));
    const { domain = "", outputs = 1 } = details;
    const attributes = new Map<string, Attribute>();
    for (const [name, plain] of Object.entries(details.attributes ?? {}))
      if (plain !== undefined) attributes.set(name, attributeOf(plain));
    const draft: GraphNode = {
      name: "",
      operator,
      domain,
      inputs,
      outputs: Array.from<string>({ length: outputs }).fill("?"),
      attributes,
    };
    const key = nodeKey(draft, outputs);
    const found = key === undefined ? undefined : byKey.get(key);
    if (found !== undefined) return found;
    const about = inputs.map((name) => (name === "" ? undefined : factOf(name)));
    const made = details.facts ?? inferred(draft, about);
    const names = Array.from({ length: outputs }, () => fresh(operator));
    const node = { ...draft, name: names[0]!, outputs: names };
    nodes.push(node);
    for (const [index, name] of names.entries()) {
      facts.set(name, { type: made[index]!.type, shape: made[index]!.shape });
      makers.set(name, node);
    }
    if (key !== undefined) byKey.set(key, names);
    return names;
  }

  function inferred(node: GraphNode, inputs: readonly (Fact | undefined)[]): readonly Fact[] {
    try {
      return infer(node, inputs);
    } catch (thrown) {
      if (!(thrown instanceof Unknown)) throw thrown;
      throw new PaviseError(
        "model-unsupported",
        `the shape of ${node.operator}(${node.inputs.join(", ")}) cannot be said: ${thrown.message}`,
        { cause: thrown, hint: "Please report it with the model." },
      );
    }
  }

  const emit: Emitter = {
    node: (operator, inputs, details = {}) => append(operator, inputs, details)[0]!,
    nodes: append,
    floats,
    ints: (values, dims = [values.length]) => constantOf("int64", dims, values),
    tensor: (value) => {
      const found = byTensor.get(value);
      if (found !== undefined) return found;
      const name = keep(value, "constant");
      byTensor.set(value, name);
      return name;
    },
    fresh,
    shape: (name) => factOf(name).shape,
    type: (name) => factOf(name).type,
    constant: (name) => factOf(name).constant,
    reshape: (name, shape) => {
      if (isSame(factOf(name).shape, shape)) return name;
      // A reshape of a reshape is one.
      const maker = makers.get(name);
      const from = maker?.operator === "Reshape" ? maker.inputs[0]! : name;
      if (isSame(factOf(from).shape, shape)) return from;
      return emit.node("Reshape", [from, emit.ints(shape)], {
        attributes: { allowzero: shape.includes(0) ? 1 : undefined },
      });
    },
    sumTo: (name, shape) => {
      const from = factOf(name).shape;
      if (isSame(from, shape)) return name;
      const added = from.length - shape.length;
      const axes = from.flatMap((length, axis) =>
        axis < added || (shape[axis - added] === 1 && length !== 1) ? [axis] : [],
      );
      const sum =
        axes.length === 0
          ? name
          : emit.node("ReduceSum", [name, emit.ints(axes)], { attributes: { keepdims: 1 } });
      return emit.reshape(sum, shape);
    },
  };

  return {
    emit,
    facts,
    needed: (values) => {
      const wanted = new Set(values);
      const live: GraphNode[] = [];
      for (const node of nodes.toReversed()) {
        if (!node.outputs.some((name) => wanted.has(name))) continue;
        live.push(node);
        for (const name of namesUsed(node)) wanted.add(name);
      }
      return {
        nodes: live.reverse(),
        initializers: new Map([...initializers].filter(([name]) => wanted.has(name))),
      };
    },
  };
}

/** Every value that a node uses, those that graphs within it take from outside included. */
export function namesUsed(node: GraphNode): readonly string[] {
  const names = node.inputs.filter((name) => name !== "");
  for (const attribute of node.attributes.values()) {
    const graphs =
      attribute.kind === "graph"
        ? [attribute.value]
        : attribute.kind === "graphs"
          ? attribute.value
          : [];
    for (const graph of graphs) {
      const inside = new Set([
        ...graph.inputs.map((each) => each.name),
        ...graph.initializers.keys(),
      ]);
      for (const inner of graph.nodes) {
        names.push(...namesUsed(inner).filter((name) => !inside.has(name)));
        for (const name of inner.outputs) inside.add(name);
      }
      names.push(...graph.outputs.map((each) => each.name).filter((name) => !inside.has(name)));
    }
  }
  return names;
}

export function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}
