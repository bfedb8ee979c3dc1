// The gradient at the weights of a convolution, where these depend on the input as dynamic filters do.
import type { Emitter } from "../rule.ts";
import { padded, reach, type Window } from "./window.ts";

interface Wanted {
  readonly window: Window;
  readonly group: number;
  /** What the convolution read, N × C × …. */
  readonly read: string;
  /** What comes to its output, N × M × …. */
  readonly gradient: string;
}

function exchanged(emit: Emitter, value: string): string {
  const perm = emit.shape(value).map((_, axis) => (axis < 2 ? 1 - axis : axis));
  return emit.node("Transpose", [value], { attributes: { perm } });
}

function channels(
  emit: Emitter,
  value: string,
  { start, count }: { start: number; count: number },
): string {
  if (emit.shape(value)[1] === count) return value;
  return emit.node("Slice", [
    value,
    emit.ints([start]),
    emit.ints([start + count]),
    emit.ints([1]),
  ]);
}

/**
 * M × C/group × k…: what was read, slid over by what comes, items as channels; strides and dilations change places.
 */
export function weightGradient(emit: Emitter, { window, group, read, gradient }: Wanted): string {
  const { kernel, strides, dilations, before, lengths, outputs } = window;
  const behind = outputs.map(
    (count, axis) =>
      (count - 1) * strides[axis]! + reach(window, axis) - before[axis]! - lengths[axis]!,
  );
  const whole = padded(emit, read, { before, after: behind });
  const [inputs, each] = [emit.shape(read)[1]! / group, emit.shape(gradient)[1]! / group];
  const parts = Array.from({ length: group }, (_, block) => {
    const mine = exchanged(emit, channels(emit, whole, { start: block * inputs, count: inputs }));
    const kernelLike = exchanged(
      emit,
      channels(emit, gradient, { start: block * each, count: each }),
    );
    const found = emit.node("Conv", [mine, kernelLike], {
      attributes: { kernel_shape: outputs, strides: dilations, dilations: strides },
    });
    return exchanged(emit, found);
  });
  const joined =
    parts.length === 1 ? parts[0]! : emit.node("Concat", parts, { attributes: { axis: 0 } });
  const shape = emit.shape(joined).slice(2);
  return padded(emit, joined, {
    before: kernel.map(() => 0),
    after: kernel.map((length, axis) => length - shape[axis]!),
  });
}
