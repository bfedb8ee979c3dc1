// Computes small constants without the runtime: what exporters write to find out shapes. Everything else is run.
import {
  elementTypes,
  type ElementType,
  type GraphNode,
  type Tensor,
} from "../../formats/onnx/model.ts";
import { sizeOf } from "../batch.ts";
import { intOf, intsOf } from "./attributes.ts";
import type { Fact } from "./inference.ts";
import { numbersOf, tensorOf } from "./tensors.ts";

/** Elements up to which JavaScript is faster than making a session. */
const maxElements = 65_536;

interface Numbers {
  readonly dims: readonly number[];
  readonly values: ArrayLike<number>;
  readonly type: ElementType;
}

interface Computing {
  readonly node: GraphNode;
  readonly inputs: readonly (Numbers | undefined)[];
  /** Shape and type of the output, as inferred. */
  readonly output: Fact;
}

/** The elements of the output; undefined where this case is left to the runtime. */
type Compute = (computing: Computing) => ArrayLike<number> | undefined;

/** Steps between elements along each axis; 0 along axes of length 1 that are broadcast to a shape. */
function stridesFor(dims: readonly number[], shape: readonly number[]): readonly number[] {
  const strides = shape.map(() => 0);
  let step = 1;
  for (let axis = dims.length - 1; axis >= 0; axis--) {
    if (dims[axis] !== 1) strides[axis + shape.length - dims.length] = step;
    step *= dims[axis]!;
  }
  return strides;
}

/** Calls back for every place of a shape, in order. */
function eachPlace(shape: readonly number[], use: (place: readonly number[]) => void): void {
  const place = shape.map(() => 0);
  const count = sizeOf(shape);
  for (let index = 0; index < count; index++) {
    use(place);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      if (++place[axis]! < shape[axis]!) break;
      place[axis] = 0;
    }
  }
}

function elementwise(apply: (...values: number[]) => number): Compute {
  return ({ inputs, output }) => {
    const given = inputs.map((each) => each!);
    const strides = given.map(({ dims }) => stridesFor(dims, output.shape));
    const values: number[] = [];
    eachPlace(output.shape, (place) => {
      const taken = given.map((each, index) => {
        let at = 0;
        for (let axis = 0; axis < place.length; axis++) at += place[axis]! * strides[index]![axis]!;
        return each.values[at]!;
      });
      values.push(apply(...taken));
    });
    return values;
  };
}

const isWhole = (type: ElementType): boolean => /int/.test(type);
const same: Compute = ({ inputs }) => inputs[0]!.values;

const gather: Compute = ({ node, inputs, output }) => {
  const [data, places] = [inputs[0]!, inputs[1]!];
  const said = intOf(node, "axis");
  const axis = said < 0 ? said + data.dims.length : said;
  const length = data.dims[axis]!;
  const inner = sizeOf(data.dims.slice(axis + 1));
  const outer = sizeOf(data.dims.slice(0, axis));
  const values: number[] = [];
  for (let block = 0; block < outer; block++)
    for (let index = 0; index < places.values.length; index++) {
      const place = places.values[index]!;
      const at = (block * length + (place < 0 ? place + length : place)) * inner;
      for (let k = 0; k < inner; k++) values.push(data.values[at + k]!);
    }
  return values.length === sizeOf(output.shape) ? values : undefined;
};

const concat: Compute = ({ node, inputs, output }) => {
  const said = intOf(node, "axis");
  const axis = said < 0 ? said + output.shape.length : said;
  const outer = sizeOf(output.shape.slice(0, axis));
  const values: number[] = [];
  for (let block = 0; block < outer; block++)
    for (const each of inputs) {
      const width = each!.values.length / outer;
      for (let k = 0; k < width; k++) values.push(each!.values[block * width + k]!);
    }
  return values;
};

const slice: Compute = ({ inputs, output }) => {
  const data = inputs[0]!;
  const numbers = (index: number): readonly number[] | undefined =>
    inputs[index] && Array.from(inputs[index].values);
  const starts = numbers(1)!;
  const axes = numbers(3) ?? starts.map((_, index) => index);
  const steps = numbers(4) ?? starts.map(() => 1);
  const from = data.dims.map(() => 0);
  const by = data.dims.map(() => 1);
  for (const [index, each] of axes.entries()) {
    const axis = each < 0 ? each + data.dims.length : each;
    const length = data.dims[axis]!;
    const start = starts[index]! < 0 ? starts[index]! + length : starts[index]!;
    by[axis] = steps[index]!;
    from[axis] = Math.min(Math.max(start, 0), by[axis] < 0 ? length - 1 : length);
  }
  const strides = stridesFor(data.dims, data.dims);
  const values: number[] = [];
  eachPlace(output.shape, (place) => {
    let at = 0;
    for (let axis = 0; axis < place.length; axis++)
      at += (from[axis]! + place[axis]! * by[axis]!) * strides[axis]!;
    values.push(data.values[at]!);
  });
  return values;
};

const transpose: Compute = ({ node, inputs, output }) => {
  const data = inputs[0]!;
  const order = intsOf(node, "perm") ?? data.dims.map((_, axis) => axis).reverse();
  const strides = stridesFor(data.dims, data.dims);
  const values: number[] = [];
  eachPlace(output.shape, (place) => {
    let at = 0;
    for (let axis = 0; axis < place.length; axis++) at += place[axis]! * strides[order[axis]!]!;
    values.push(data.values[at]!);
  });
  return values;
};

/** Whole numbers are divided towards zero, as C does. */
const divide: Compute = (computing) => {
  const isExact = !isWhole(computing.output.type);
  return elementwise((a, b) => (isExact ? a / b : Math.trunc(a / b)))(computing);
};

const cast: Compute = ({ inputs, output }) => {
  const { values } = inputs[0]!;
  return isWhole(output.type) ? Array.from(values, Math.trunc) : values;
};

const fill: Compute = ({ node, output }) => {
  const said = node.attributes.get("value");
  const value = said?.kind === "tensor" ? (numbersOf(said.value)?.[0] ?? 0) : 0;
  return new Float64Array(sizeOf(output.shape)).fill(value);
};

const range: Compute = ({ inputs, output }) => {
  const [start, , step] = inputs.map((each) => each!.values[0]!);
  return Array.from({ length: output.shape[0]! }, (_, index) => start! + index * step!);
};

const truth = (apply: (a: number, b: number) => boolean): Compute =>
  elementwise((a, b) => (apply(a, b) ? 1 : 0));

const computes: Readonly<Record<string, Compute>> = {
  Identity: same,
  Reshape: same,
  Flatten: same,
  Squeeze: same,
  Unsqueeze: same,
  Cast: cast,
  Gather: gather,
  Concat: concat,
  Slice: slice,
  Transpose: transpose,
  Expand: (computing) =>
    elementwise((value) => value)({ ...computing, inputs: computing.inputs.slice(0, 1) }),
  ConstantOfShape: fill,
  Range: range,
  Add: elementwise((a, b) => a + b),
  Sub: elementwise((a, b) => a - b),
  Mul: elementwise((a, b) => a * b),
  Div: divide,
  Min: elementwise(Math.min),
  Max: elementwise(Math.max),
  Neg: elementwise((a) => -a),
  Abs: elementwise((a) => Math.abs(a)),
  Floor: elementwise((a) => Math.floor(a)),
  Ceil: elementwise((a) => Math.ceil(a)),
  Sqrt: elementwise((a) => Math.sqrt(a)),
  Not: elementwise((a) => (a === 0 ? 1 : 0)),
  And: truth((a, b) => a !== 0 && b !== 0),
  Or: truth((a, b) => a !== 0 || b !== 0),
  Equal: truth((a, b) => a === b),
  Less: truth((a, b) => a < b),
  LessOrEqual: truth((a, b) => a <= b),
  Greater: truth((a, b) => a > b),
  GreaterOrEqual: truth((a, b) => a >= b),
  Where: elementwise((test, a, b) => (test === 0 ? b : a)),
};

/** Types in which a number of JavaScript is exact enough to compute with. */
const exact: ReadonlySet<ElementType> = new Set([
  ...elementTypes.filter((type) => /^u?int(?:8|16|32|64)$/.test(type)),
  "bool",
  "float32",
  "float64",
]);

/** The value of a node of constants, where it is small and of an operator that is known here. */
export function compute(
  node: GraphNode,
  inputs: readonly (Fact | undefined)[],
  outputs: readonly Fact[],
): Tensor | undefined {
  const rule =
    node.domain === "" && Object.hasOwn(computes, node.operator)
      ? computes[node.operator]
      : undefined;
  const output = outputs[0];
  if (rule === undefined || output === undefined || outputs.length !== 1) return undefined;
  const facts = [...inputs.filter((fact) => fact !== undefined), output];
  const isSmall = facts.every(({ type, shape }) => exact.has(type) && sizeOf(shape) <= maxElements);
  if (!isSmall) return undefined;
  const given = inputs.map((fact): Numbers | undefined => {
    const values = fact?.constant && numbersOf(fact.constant);
    return values && { dims: fact.shape, type: fact.type, values };
  });
  const values = rule({ node, inputs: given, output });
  if (values === undefined || values.length !== sizeOf(output.shape)) return undefined;
  const isFinite = Array.from(values).every((value) => Number.isFinite(value));
  // Arithmetic on the numbers that stand for an open end would not be exact.
  return isFinite || !isWhole(output.type)
    ? tensorOf(output.type, output.shape, values)
    : undefined;
}
