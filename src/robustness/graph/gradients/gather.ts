// Operators that pick by index, and those that write by index.
import type { Emitter, GradientRule, GradientRules, Step } from "../rule.ts";
import { filled, scattered, untake } from "./untake.ts";

const axisOf = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);
const product = (values: readonly number[]): number => values.reduce((all, each) => all * each, 1);

const gather: GradientRule = (step) => {
  const { node, emit } = step;
  const shape = emit.shape(node.inputs[0]!);
  const axis = axisOf(step.int("axis", 0), shape.length);
  const length = shape[axis]!;
  const count = product(emit.shape(node.inputs[1]!));
  const [before, after] = [shape.slice(0, axis), shape.slice(axis + 1)];
  const known = step.wholes(1);
  if (known !== undefined) {
    const gradient = emit.reshape(step.arriving[0]!, [...before, count, ...after]);
    const indices = known.map((index) => (index < 0 ? index + length : index));
    return [untake(emit, { gradient, axis, indices, length })];
  }
  const rows = emit.reshape(step.arriving[0]!, [product(before), count, product(after)]);
  const back = scattered(emit, { gradient: rows, indices: node.inputs[1]!, length });
  return [emit.reshape(back, shape)];
};

const gatherElements: GradientRule = (step) => {
  const { node, emit } = step;
  const zeros = filled(emit, 0, emit.shape(node.inputs[0]!));
  return [
    emit.node("ScatterElements", [zeros, node.inputs[1]!, step.arriving[0]!], {
      attributes: { axis: step.int("axis", 0), reduction: "add" },
    }),
  ];
};

/** Indices [batch…, k…, n] with the place in the batch before them, as ScatterND has no batch of its own. */
function fullIndices(emit: Emitter, indices: string, batchDims: number): string {
  if (batchDims === 0) return indices;
  const shape = emit.shape(indices).slice(0, -1);
  const places: number[] = [];
  for (let at = 0; at < product(shape); at++) {
    let rest = at;
    const place: number[] = [];
    for (const size of shape.toReversed()) {
      place.unshift(rest % size);
      rest = Math.floor(rest / size);
    }
    places.push(...place.slice(0, batchDims));
  }
  return emit.node("Concat", [emit.ints(places, [...shape, batchDims]), indices], {
    attributes: { axis: shape.length },
  });
}

const gatherND: GradientRule = (step) => {
  const { node, emit } = step;
  const zeros = filled(emit, 0, emit.shape(node.inputs[0]!));
  const indices = fullIndices(emit, node.inputs[1]!, step.int("batch_dims", 0));
  return [
    emit.node("ScatterND", [zeros, indices, step.arriving[0]!], {
      attributes: { reduction: "add" },
    }),
  ];
};

/** Both kinds of scatter differ in how they write and read by index, and in nothing else. */
interface Access {
  write(data: string, updates: string, reduction: string): string;
  read(data: string): string;
  /** Whether two updates may meet in one place. */
  mayMeet(): boolean;
}

function elementAccess(step: Step): Access {
  const { node, emit } = step;
  const indices = node.inputs[1]!;
  const axis = step.int("axis", 0);
  return {
    write: (data, updates, reduction) =>
      emit.node("ScatterElements", [data, indices, updates], { attributes: { axis, reduction } }),
    read: (data) => emit.node("GatherElements", [data, indices], { attributes: { axis } }),
    mayMeet: () => {
      const known = step.wholes(1);
      const shape = emit.shape(indices);
      const at = axisOf(axis, shape.length);
      const length = emit.shape(node.inputs[0]!)[at]!;
      const inner = product(shape.slice(at + 1));
      const column = shape[at]! * inner;
      const seen = known?.map(
        (index, k) => `${Math.floor(k / column)}/${k % inner}/${(index + length) % length}`,
      );
      return seen === undefined || new Set(seen).size < seen.length;
    },
  };
}

function rowAccess(step: Step): Access {
  const { node, emit } = step;
  const indices = node.inputs[1]!;
  return {
    write: (data, updates, reduction) =>
      emit.node("ScatterND", [data, indices, updates], { attributes: { reduction } }),
    read: (data) => emit.node("GatherND", [data, indices]),
    mayMeet: () => {
      const known = step.wholes(1);
      const width = emit.shape(indices).at(-1)!;
      const shape = emit.shape(node.inputs[0]!);
      const rows = Array.from({ length: (known?.length ?? 0) / width }, (_, row) =>
        known!
          .slice(row * width, (row + 1) * width)
          .map((index, at) => (index + shape[at]!) % shape[at]!)
          .join("/"),
      );
      return known === undefined || new Set(rows).size < rows.length;
    },
  };
}

const scatter =
  (accessOf: (step: Step) => Access): GradientRule =>
  (step) => {
    const { emit, node } = step;
    const gradient = step.arriving[0]!;
    const access = accessOf(step);
    const [data = "", , updates = ""] = node.inputs;
    const reduction = step.text("reduction", "none");
    if (reduction === "add")
      return [gradient, undefined, step.wants(2) ? access.read(gradient) : undefined];
    if (reduction === "none") {
      const zeros = step.wants(0) ? filled(emit, 0, emit.shape(updates)) : "";
      return [
        step.wants(0) ? access.write(gradient, zeros, "none") : undefined,
        undefined,
        step.wants(2) ? access.read(gradient) : undefined,
      ];
    }
    if (reduction === "mul") return product2(step, access);
    return extreme(step, { access, data, updates });
  };

/** y = data · updates at each index; only where no two updates meet, as their quotient would divide by zero. */
function product2(step: Step, access: Access): readonly (string | undefined)[] {
  const { emit, node } = step;
  const gradient = step.arriving[0]!;
  const [data = "", , updates = ""] = node.inputs;
  if (step.wants(2) && access.mayMeet())
    step.refuse("it multiplies several updates into one place, or may");
  const ones = step.wants(0) ? filled(emit, 1, emit.shape(data)) : "";
  return [
    step.wants(0) ? emit.node("Mul", [gradient, access.write(ones, updates, "mul")]) : undefined,
    undefined,
    step.wants(2) ? access.read(emit.node("Mul", [gradient, data])) : undefined,
  ];
}

/** The largest or smallest takes the gradient; what was there before wins a tie. */
function extreme(
  step: Step,
  given: { readonly access: Access; readonly data: string; readonly updates: string },
): readonly (string | undefined)[] {
  const { emit, node } = step;
  const { access, data, updates } = given;
  const gradient = step.arriving[0]!;
  const output = node.outputs[0]!;
  const zero = emit.floats([0], []);
  const stayed = emit.node("Equal", [output, data]);
  const toData = emit.node("Where", [stayed, gradient, zero]);
  if (!step.wants(2)) return [toData];
  const moved = access.read(emit.node("Where", [stayed, zero, gradient]));
  const won = emit.node("Equal", [access.read(output), updates]);
  return [toData, undefined, emit.node("Where", [won, moved, zero])];
}

const topK: GradientRule = (step) => {
  const { node, emit } = step;
  if (step.arriving[0] === undefined) return [];
  const attributes = {
    axis: step.int("axis", -1),
    largest: step.int("largest", 1),
    sorted: step.int("sorted", 1),
  };
  const indices =
    node.outputs[1] || emit.nodes("TopK", node.inputs, { attributes, outputs: 2 })[1]!;
  const zeros = filled(emit, 0, emit.shape(node.inputs[0]!));
  return [
    emit.node("ScatterElements", [zeros, indices, step.arriving[0]], {
      attributes: { axis: attributes.axis },
    }),
  ];
};

const compress: GradientRule = (step) => {
  const { node, emit } = step;
  const condition = emit.constant(node.inputs[1]!)?.bytes();
  if (condition === undefined) return step.refuse("what it keeps depends on the input");
  const shape = emit.shape(node.inputs[0]!);
  const isFlat = !node.attributes.has("axis");
  const axis = isFlat ? 0 : axisOf(step.int("axis"), shape.length);
  const indices = [...condition.keys()].filter((at) => condition[at] !== 0);
  const length = isFlat ? product(shape) : shape[axis]!;
  const back = untake(emit, { gradient: step.arriving[0]!, axis, indices, length });
  return [emit.reshape(back, shape)];
};

/** values = [off, on]: each gets the sum over the places that show it. */
const oneHot: GradientRule = (step) => {
  const { node, emit } = step;
  const gradient = step.arriving[0]!;
  const [indices = "", depth = ""] = node.inputs;
  const mask = emit.node("OneHot", [indices, depth, emit.floats([0, 1], [2])], {
    attributes: { axis: step.int("axis", -1) },
  });
  const sum = (name: string): string =>
    emit.reshape(emit.node("ReduceSum", [name], { attributes: { keepdims: 0 } }), [1]);
  const on = sum(emit.node("Mul", [gradient, mask]));
  const off = emit.node("Sub", [sum(gradient), on]);
  return [undefined, undefined, emit.node("Concat", [off, on], { attributes: { axis: 0 } })];
};

/** start + k · delta. */
const range: GradientRule = (step) => {
  const { node, emit } = step;
  const gradient = step.arriving[0]!;
  const count = emit.shape(gradient)[0]!;
  const places = emit.floats(
    Array.from({ length: count }, (_, at) => at),
    [count],
  );
  const sum = (name: string, like: string): string =>
    emit.reshape(emit.node("ReduceSum", [name], { attributes: { keepdims: 0 } }), emit.shape(like));
  return [
    step.wants(0) ? sum(gradient, node.inputs[0]!) : undefined,
    undefined,
    step.wants(2) ? sum(emit.node("Mul", [gradient, places]), node.inputs[2]!) : undefined,
  ];
};

/** What is counted or numbered does not change with the values. */
const none: GradientRule = () => [];

export const gatherRules: GradientRules = {
  Gather: gather,
  GatherElements: gatherElements,
  GatherND: gatherND,
  ScatterElements: scatter(elementAccess),
  Scatter: scatter(elementAccess),
  ScatterND: scatter(rowAccess),
  TopK: topK,
  Compress: compress,
  OneHot: oneHot,
  Range: range,
  Shape: none,
  Size: none,
  NonZero: none,
  EyeLike: none,
  ConstantOfShape: none,
  NonMaxSuppression: none,
};
