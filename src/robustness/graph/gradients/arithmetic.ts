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
  /** Keeps values within bounds. */
  readonly clip: (value: string, least: number, most: number) => string;
  readonly pick: (condition: string, yes: string | number, no: string | number) => string;
}

export function arithmetic(emit: Emitter): Arithmetic {
  const valueOf = (value: string | number): string =>
    typeof value === "string" ? value : emit.floats([value], []);
  const binary =
    (operator: string) =>
    (a: string | number, b: string | number): string =>
      emit.node(operator, [valueOf(a), valueOf(b)]);
  const mul = binary("Mul");
  return {
    add: binary("Add"),
    sub: binary("Sub"),
    mul,
    div: binary("Div"),
    of: (operator, value) => emit.node(operator, [value]),
    square: (value) => mul(value, value),
    positive: (value) => {
      if (emit.type(value) === "float32")
        return emit.node("HardSigmoid", [value], {
          attributes: { alpha: { float: steep }, beta: { float: 0 } },
        });
      const isAbove = emit.node("Greater", [value, valueOf(0)]);
      return emit.node("CastLike", [isAbove, value]);
    },
    clip: (value, least, most) =>
      emit.node("Clip", [
        value,
        least === -Infinity ? "" : valueOf(least),
        ...(most === Infinity ? [] : [valueOf(most)]),
      ]),
    pick: (condition, yes, no) => emit.node("Where", [condition, valueOf(yes), valueOf(no)]),
  };
}
