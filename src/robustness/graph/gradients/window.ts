// Windows that slide over spatial axes: of convolutions and of pools.
import type { Emitter, Step } from "../rule.ts";

/** By spatial axis. */
export interface Window {
  readonly lengths: readonly number[];
  readonly outputs: readonly number[];
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  /** Padding before; that behind is what it takes to come to so many outputs, and below 0 where some input is not read. */
  readonly before: readonly number[];
}

/** Elements from the first to the last that a window reads. */
export function reach(
  { kernel, dilations }: Pick<Window, "kernel" | "dilations">,
  axis: number,
): number {
  return dilations[axis]! * (kernel[axis]! - 1) + 1;
}

/** The window of a convolution or pool that goes from the lengths of a value to those of another. */
export function windowOf(
  step: Step,
  { kernel, from, to }: { kernel: readonly number[]; from: string; to: string },
): Window {
  const ones = kernel.map(() => 1);
  const lengths = step.emit.shape(from).slice(2);
  const outputs = step.emit.shape(to).slice(2);
  const strides = step.ints("strides", ones);
  const dilations = step.ints("dilations", ones);
  const auto = step.text("auto_pad", "NOTSET");
  const said = auto === "VALID" ? [] : step.ints("pads", []);
  const before = kernel.map((_, axis) => {
    if (!auto.startsWith("SAME")) return said[axis] ?? 0;
    const total = Math.max(
      0,
      (outputs[axis]! - 1) * strides[axis]! + reach({ kernel, dilations }, axis) - lengths[axis]!,
    );
    return auto === "SAME_UPPER" ? Math.floor(total / 2) : Math.ceil(total / 2);
  });
  return { lengths, outputs, kernel, strides, dilations, before };
}

/** Adds zeros around spatial axes, or cuts where the number is below 0. */
export function padded(
  emit: Emitter,
  value: string,
  pads: { before: readonly number[]; after: readonly number[] },
): string {
  const all = [...pads.before, ...pads.after];
  const axes = pads.before.map((_, axis) => axis + 2);
  let result = value;
  if (all.some((length) => length < 0)) {
    const shape = emit.shape(value).slice(2);
    result = emit.node("Slice", [
      result,
      emit.ints(pads.before.map((length) => Math.max(0, -length))),
      emit.ints(pads.after.map((length, axis) => shape[axis]! + Math.min(0, length))),
      emit.ints(axes),
    ]);
  }
  if (!all.some((length) => length > 0)) return result;
  const rest = all.map((length) => Math.max(0, length));
  const half = rest.length / 2;
  return emit.node("Pad", [
    result,
    emit.ints([0, 0, ...rest.slice(0, half), 0, 0, ...rest.slice(half)]),
    emit.floats([0], []),
  ]);
}
