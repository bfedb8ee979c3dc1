// Whole numbers and the real ones that they stand for: value = (whole - zero) · scale.
import type { ElementType } from "../../../formats/onnx/model.ts";
import type { Emitter, Step } from "../rule.ts";
import { numbersOf } from "../tensors.ts";

/** Places of a value, its scale and its zero among the inputs of a node; the axis that scales lie along, if they do. */
export interface Place {
  readonly value: number;
  readonly scale?: number;
  readonly zero?: number;
  readonly axis?: number;
}

const ranges: Readonly<Partial<Record<ElementType, readonly [number, number]>>> = {
  int4: [-8, 7],
  uint4: [0, 15],
  int8: [-128, 127],
  uint8: [0, 255],
  int16: [-32768, 32767],
  uint16: [0, 65535],
};

/** Lays the numbers of one axis out so that they meet their axis when they are broadcast. */
export function along(emit: Emitter, name: string, value: { rank: number; axis: number }): string {
  const shape = emit.shape(name);
  const count = shape.reduce((all, each) => all * each, 1);
  if (count === 1) return emit.reshape(name, []);
  if (shape.length > 1) return name;
  const at = value.axis < 0 ? value.axis + value.rank : value.axis;
  return emit.reshape(
    name,
    Array.from({ length: value.rank }, (_, axis) => (axis === at ? count : 1)),
  );
}

/** As 32-bit floats. */
export const float = (emit: Emitter, name: string): string =>
  emit.type(name) === "float32" ? name : emit.node("Cast", [name], { attributes: { to: 1 } });

/** The real numbers that whole ones stand for; computed here where they are constant, as rules look into weights. */
export function real(step: Step, place: Place): string {
  const { emit, node } = step;
  const name = node.inputs[place.value]!;
  const [scale, zero] = [place.scale, place.zero].map((at) =>
    at === undefined ? undefined : node.inputs[at] || undefined,
  );
  if (scale === undefined && zero === undefined) return float(emit, name);
  const known = constantly(step, { name, scale, zero, axis: place.axis ?? 1 });
  if (known !== undefined) return known;
  const value = { rank: emit.shape(name).length, axis: place.axis ?? 1 };
  let result = float(emit, name);
  if (zero !== undefined)
    result = emit.node("Sub", [result, along(emit, float(emit, zero), value)]);
  return scale === undefined
    ? result
    : emit.node("Mul", [result, along(emit, float(emit, scale), value)]);
}

function constantly(
  { emit }: Step,
  given: { name: string; scale?: string; zero?: string; axis: number },
): string | undefined {
  const numbers = (name: string | undefined, fallback: number): ArrayLike<number> | undefined => {
    if (name === undefined) return [fallback];
    const constant = emit.constant(name);
    return constant && numbersOf(constant);
  };
  const values = numbers(given.name, 0);
  const scales = numbers(given.scale, 1);
  const zeros = numbers(given.zero, 0);
  const shape = emit.shape(given.name);
  if (values === undefined || scales === undefined || zeros === undefined) return undefined;
  const axis = given.axis < 0 ? given.axis + shape.length : given.axis;
  const inner = shape.slice(axis + 1).reduce((all, each) => all * each, 1);
  const pick = (list: ArrayLike<number>, at: number): number =>
    list.length === 1 ? list[0]! : list[Math.floor(at / inner) % list.length]!;
  return emit.floats(
    Float32Array.from(values, (value, at) => (value - pick(zeros, at)) * pick(scales, at)),
    shape,
  );
}

/** The gradient by a real number in steps of a scale. */
export function inSteps(step: Step, gradient: string, place: Place): string {
  const scale = place.scale === undefined ? undefined : step.node.inputs[place.scale];
  if (!scale) return gradient;
  const value = { rank: step.emit.shape(gradient).length, axis: place.axis ?? 1 };
  return step.emit.node("Mul", [gradient, along(step.emit, float(step.emit, scale), value)]);
}

/**
 * Lets a gradient pass where a place, in steps and without its zero, is within the range; as PyTorch's fake quantisation
 * has it, half a step beyond the ends counts. Undefined where the zero is computed: it belongs to a range that was
 * measured, which nothing is outside of.
 */
export function withinRange(
  emit: Emitter,
  given: { place: string; gradient: string; zero: string; type: ElementType; axis: number },
): string | undefined {
  const range = ranges[given.type];
  const constant = given.zero === "" ? undefined : emit.constant(given.zero);
  const numbers = given.zero === "" ? [0] : constant && numbersOf(constant);
  if (range === undefined || numbers === undefined) return undefined;
  const zeros = Array.from(numbers);
  const value = { rank: emit.shape(given.place).length, axis: given.axis };
  const limit = (end: number): string =>
    along(
      emit,
      emit.floats(
        zeros.map((each) => end - each),
        zeros.length === 1 ? [] : [zeros.length],
      ),
      value,
    );
  const least = emit.node("Max", [given.place, limit(range[0] - 0.5)]);
  const most = emit.node("Min", [least, limit(range[1] + 0.5)]);
  const isInside = emit.node("Equal", [given.place, most]);
  return emit.node("Where", [isInside, given.gradient, emit.floats([0], [])]);
}
