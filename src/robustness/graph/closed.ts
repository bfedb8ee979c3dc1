// Known functions that exporters write as chains of operators: their gradient in closed form takes far fewer passes over
// memory than that of the chain, and lets onnxruntime fuse the chain itself.
import type { GraphNode } from "../../formats/onnx/model.ts";
import { geluBack, swishBack, hardSwishBack } from "./gradients/activations.ts";
import { normalisedRows } from "./gradients/normalisation.ts";
import { isSame } from "./emit.ts";
import type { Emitter } from "./rule.ts";
import { numbersOf } from "./tensors.ts";

/** What a node is the end of: a function of x, and how its gradient is written. */
export interface ClosedForm {
  readonly x: string;
  readonly back: (gradient: string) => string;
}

/** The graph around a node. */
export interface Surroundings {
  readonly emit: Emitter;
  /** The node that gives a value. */
  readonly producer: (name: string) => GraphNode | undefined;
}

interface Reader extends Surroundings {
  /** The number that a constant of one element is. */
  readonly number: (name: string) => number | undefined;
  /** The inputs of the node that gives a value, where it is of this operator. */
  readonly made: (name: string, operator: string) => readonly string[] | undefined;
}

function readerOf(around: Surroundings): Reader {
  const { emit, producer } = around;
  return {
    ...around,
    number: (name) => {
      const constant = emit.constant(name);
      if (constant === undefined || constant.dims.some((length) => length !== 1)) return undefined;
      return numbersOf(constant)?.[0];
    },
    made: (name, operator) => {
      const node = producer(name);
      return node?.operator === operator && node.domain === "" ? node.inputs : undefined;
    },
  };
}

const isNear = (a: number | undefined, b: number): boolean =>
  a !== undefined && Math.abs(a - b) <= 1e-4 * Math.abs(b);

/** The factors of a product and of its factors; a division by a number is a factor too. */
function factorsOf(reader: Reader, name: string, depth: number): readonly (string | number)[] {
  const { made, number } = reader;
  const own = number(name);
  if (own !== undefined) return [own];
  const product = made(name, "Mul");
  if (product !== undefined && depth > 0)
    return product.flatMap((each) => factorsOf(reader, each, depth - 1));
  const [over, under] = made(name, "Div") ?? [];
  const divisor = under === undefined ? undefined : number(under);
  if (over !== undefined && divisor !== undefined && depth > 0)
    return [...factorsOf(reader, over, depth - 1), 1 / divisor];
  return [name];
}

/** Factors as one number and the values that are left. */
function split(factors: readonly (string | number)[]): {
  scale: number;
  values: readonly string[];
} {
  let scale = 1;
  const values: string[] = [];
  for (const factor of factors)
    if (typeof factor === "number") scale *= factor;
    else values.push(factor);
  return { scale, values };
}

/** x of an operator of x · scale. */
function scaled(reader: Reader, name: string, scale: number): string | undefined {
  for (const depth of [1, 0]) {
    const found = split(factorsOf(reader, name, depth));
    if (found.values.length === 1 && isNear(found.scale, scale)) return found.values[0];
  }
  return undefined;
}

/** x of 1 + erf(x / √2). */
function errorFunctionOf(reader: Reader, name: string): string | undefined {
  const sum = reader.made(name, "Add");
  const one = sum?.findIndex((each) => reader.number(each) === 1) ?? -1;
  const inner = one < 0 ? undefined : reader.made(sum![1 - one]!, "Erf")?.[0];
  return inner === undefined ? undefined : scaled(reader, inner, Math.SQRT1_2);
}

/** ½ x (1 + erf(x / √2)): Hendrycks & Gimpel (2016). */
function gelu(reader: Reader, output: string): ClosedForm | undefined {
  for (const depth of [1, 2, 3]) {
    const { scale, values } = split(factorsOf(reader, output, depth));
    if (scale !== 0.5 || values.length !== 2) continue;
    for (const [x, other] of [values, values.toReversed()] as unknown as readonly (readonly [
      string,
      string,
    ])[])
      if (errorFunctionOf(reader, other) === x)
        return { x, back: (gradient) => geluBack(reader.emit, { x, gradient }) };
  }
  return undefined;
}

/** x · σ(αx), and x times a hard sigmoid of x: Ramachandran et al. (2017), Howard et al. (2019). */
function swish(reader: Reader, node: GraphNode): ClosedForm | undefined {
  const { emit, producer, made, number } = reader;
  const y = node.outputs[0]!;
  for (const [x, gate] of [node.inputs, node.inputs.toReversed()] as unknown as readonly (readonly [
    string,
    string,
  ])[]) {
    const maker = producer(gate);
    if (maker === undefined || maker.domain !== "") continue;
    if (maker.operator === "Sigmoid") {
      const inner = maker.inputs[0]!;
      if (inner === x)
        return { x, back: (gradient) => swishBack(emit, { x, y, gate, gradient, alpha: 1 }) };
      const [a = "", b = ""] = made(inner, "Mul") ?? [];
      const alpha = a === x ? number(b) : b === x ? number(a) : undefined;
      if (alpha !== undefined)
        return { x, back: (gradient) => swishBack(emit, { x, y, gate, gradient, alpha }) };
    }
    if (maker.operator === "HardSigmoid" && maker.inputs[0] === x)
      return { x, back: (gradient) => hardSwishBack(emit, { x, y, gate, gradient, node: maker }) };
  }
  return undefined;
}

/** (x − mean) / √(mean of its square + ε) over the last axis: what stands for LayerNormalization before version 17. */
function normalised(reader: Reader, node: GraphNode): ClosedForm | undefined {
  const { emit, made, number, producer } = reader;
  const [centred = "", deviation = ""] = node.inputs;
  const variance = made(made(deviation, "Sqrt")?.[0] ?? "", "Add");
  const [x = "", mean = ""] = made(centred, "Sub") ?? [];
  if (variance === undefined || x === "") return undefined;
  const at = variance.findIndex((each) => number(each) !== undefined);
  const epsilon = at < 0 ? undefined : number(variance[at]!);
  const isLast = (name: string): boolean => {
    const maker = producer(name);
    const axes = maker?.inputs[1] === undefined ? undefined : emit.constant(maker.inputs[1]);
    const axis =
      axes && axes.dims.length === 1 && axes.dims[0] === 1 ? numbersOf(axes)?.[0] : undefined;
    const rank = emit.shape(x).length;
    return maker?.operator === "ReduceMean" && (axis === -1 || axis === rank - 1);
  };
  const squares = at < 0 ? undefined : variance[1 - at]!;
  if (epsilon === undefined || squares === undefined || !isLast(mean) || !isLast(squares))
    return undefined;
  if (producer(mean)!.inputs[0] !== x) return undefined;
  const square = producer(producer(squares)!.inputs[0]!);
  const isSquare =
    (square?.operator === "Pow" &&
      square.inputs[0] === centred &&
      number(square.inputs[1]!) === 2) ||
    (square?.operator === "Mul" && square.inputs.every((each) => each === centred));
  if (!isSquare || !isSame(emit.shape(x), emit.shape(node.outputs[0]!))) return undefined;
  return { x, back: (gradient) => normalisedRows(emit, { x, gradient, epsilon, isCentred: true }) };
}

/** The function that a node is the end of, where it is one of those that are known. */
export function closedForm(node: GraphNode, around: Surroundings): ClosedForm | undefined {
  if (node.domain !== "" || around.emit.type(node.outputs[0]!) !== "float32") return undefined;
  const reader = readerOf(around);
  if (node.operator === "Mul") return swish(reader, node) ?? gelu(reader, node.outputs[0]!);
  if (node.operator !== "Div") return undefined;
  return gelu(reader, node.outputs[0]!) ?? normalised(reader, node);
}
