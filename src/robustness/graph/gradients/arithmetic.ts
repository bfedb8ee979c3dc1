// Short names for the arithmetic that rules write.
import type { Emitter } from "../rule.ts";

/** A factor that takes every positive normal float to 1 and more, and no float but infinity to NaN. */
const steep = 2 ** 127;

/** Arithmetic on values of a graph; numbers are constants of no axes. */
export interface Arithmetic {
  readonly add: (a: string | number, b: string | number) => string;
  readonly sub: (a: string | number, b: string | number) => string;
  readonly mul: (a: string | number, b: string | number) => string;
  readonly div: (a: string | number, b: string | number) => string;
  /** An operator of one input. */
  readonly of: (operator: string, value: string) => string;
  readonly square: (value: string) => string;
  /**
   * 1 where the value is above 0 and 0 elsewhere, as floats. A hard sigmoid, and no comparison: onnxruntime computes
   * it many elements at a time, and needs no cast behind it.
   */
  readonly positive: (value: string) => string;
  /** 1 where 0 < value < most and 0 elsewhere, of a value that is never outside of these bounds. */
  readonly between: (value: string, most: number) => string;
  /** value · factor + offset. */
  readonly affine: (value: string, factor: number, offset: number) => string;
  /** Keeps values within bounds. */
  readonly clip: (value: string, least: number, most: number) => string;
  readonly pick: (condition: string, yes: string | number, no: string | number) => string;
}

/**
 * Whether onnxruntime is likely to hold a value in blocks of channels (its NCHWc layout, on x64 alone). There only
 * convolutions, pools, sums and products of equal shapes can be computed; for all else the value is put in order first,
 * which costs more than the operator. So what is to be computed of such a value is said as a convolution by channel.
 */
function isBlocked(emit: Emitter, value: string): boolean {
  const [, channels = 0, ...lengths] = emit.shape(value);
  return (
    process.arch === "x64" &&
    emit.type(value) === "float32" &&
    lengths.length === 2 &&
    channels % 4 === 0 &&
    lengths[0]! * lengths[1]! > 1
  );
}

/** factor · value + offset as a convolution by channel of one place. */
export function byChannels(
  emit: Emitter,
  value: string,
  { factor, offset }: { readonly factor: number | Float32Array; readonly offset: number },
): string {
  const channels = emit.shape(value)[1]!;
  const all = (number: number): Float32Array => new Float32Array(channels).fill(number);
  const weights = typeof factor === "number" ? all(factor) : factor;
  const inputs = [value, emit.floats(weights, [channels, 1, 1, 1])];
  if (offset !== 0) inputs.push(emit.floats(all(offset), [channels]));
  return emit.node("Conv", inputs, { attributes: { kernel_shape: [1, 1], group: channels } });
}

export function arithmetic(emit: Emitter): Arithmetic {
  const valueOf = (value: string | number): string =>
    typeof value === "string" ? value : emit.floats([value], []);
  const binary =
    (operator: string) =>
    (a: string | number, b: string | number): string =>
      emit.node(operator, [valueOf(a), valueOf(b)]);
  const [add, sub, mul, div] = [binary("Add"), binary("Sub"), binary("Mul"), binary("Div")];
  const clip = (value: string, least: number, most: number): string =>
    emit.node("Clip", [
      value,
      least === -Infinity ? "" : valueOf(least),
      ...(most === Infinity ? [] : [valueOf(most)]),
    ]);

  function affine(value: string, factor: number, offset: number): string {
    if (isBlocked(emit, value)) return byChannels(emit, value, { factor, offset });
    const scaled = factor === 1 || factor === -1 ? value : mul(value, factor);
    if (factor === -1) return sub(offset, scaled);
    return offset === 0 ? scaled : add(scaled, offset);
  }

  function positive(value: string): string {
    if (isBlocked(emit, value))
      return clip(byChannels(emit, value, { factor: steep, offset: 0 }), 0, 1);
    if (emit.type(value) === "float32")
      return emit.node("HardSigmoid", [value], {
        attributes: { alpha: { float: steep }, beta: { float: 0 } },
      });
    const isAbove = emit.node("Greater", [value, valueOf(0)]);
    return emit.node("CastLike", [isAbove, value]);
  }

  /**
   * In blocks: a leaky ReLU of value − 2^-100 that takes 0 to `most` and leaves the rest as it is; then 1 below it.
   * Exact for all that is not below 2^-100.
   */
  function between(value: string, most: number): string {
    if (!isBlocked(emit, value)) return mul(positive(value), positive(sub(most, value)));
    const tiny = 2 ** -100;
    const lifted = emit.node("LeakyRelu", [byChannels(emit, value, { factor: 1, offset: -tiny })], {
      attributes: { alpha: { float: -most / tiny } },
    });
    const scale = 2 ** 90;
    return clip(byChannels(emit, lifted, { factor: -scale, offset: most * scale }), 0, 1);
  }

  return {
    add,
    sub,
    mul,
    div,
    of: (operator, value) => emit.node(operator, [value]),
    square: (value) => mul(value, value),
    positive,
    between,
    affine,
    clip,
    pick: (condition, yes, no) => emit.node("Where", [condition, valueOf(yes), valueOf(no)]),
  };
}
