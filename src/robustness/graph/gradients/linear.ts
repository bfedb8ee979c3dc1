// Products of matrices: https://onnx.ai/onnx/operators/onnx__Gemm.html , MatMul and Einsum.
import { sizeOf } from "../../batch.ts";
import type { Emitter, GradientRule, GradientRules } from "../rule.ts";
import { einsum } from "./einsum.ts";

/** Swaps the last two axes. */
function turned(emit: Emitter, value: string): string {
  const rank = emit.shape(value).length;
  const perm = Array.from({ length: rank }, (_, axis) => axis);
  perm.splice(rank - 2, 2, rank - 1, rank - 2);
  return emit.node("Transpose", [value], { attributes: { perm } });
}

/**
 * Y = α A' B' + β C. The transposes are flags of the product that follows back, so that no weight is copied.
 */
const gemm: GradientRule = (step) => {
  const { emit, node } = step;
  const gradient = step.arriving[0]!;
  const [a = "", b = "", c = ""] = node.inputs;
  const alpha = step.float("alpha", 1);
  const beta = step.float("beta", 1);
  const isTurnedA = step.int("transA", 0) === 1;
  const isTurnedB = step.int("transB", 0) === 1;
  interface Side {
    readonly value: string;
    readonly isTurned: boolean;
  }
  const product = (left: Side, right: Side): string =>
    emit.node("Gemm", [left.value, right.value], {
      attributes: {
        alpha: { float: alpha },
        transA: Number(left.isTurned),
        transB: Number(right.isTurned),
      },
    });
  const at = { value: gradient, isTurned: false };
  const turnedAt = { value: gradient, isTurned: true };
  const toA = (): string =>
    isTurnedA
      ? product({ value: b, isTurned: isTurnedB }, turnedAt)
      : product(at, { value: b, isTurned: !isTurnedB });
  const toB = (): string =>
    isTurnedB
      ? product(turnedAt, { value: a, isTurned: isTurnedA })
      : product({ value: a, isTurned: !isTurnedA }, at);
  return [
    step.wants(0) ? toA() : undefined,
    step.wants(1) ? toB() : undefined,
    step.wants(2)
      ? emit.sumTo(
          beta === 1 ? gradient : emit.node("Mul", [gradient, emit.floats([beta], [])]),
          emit.shape(c),
        )
      : undefined,
  ];
};

/** Y = A B as numpy multiplies: vectors are rows on the left and columns on the right, further axes are broadcast. */
const matMul: GradientRule = (step) => {
  const { emit, node } = step;
  const [a = "", b = ""] = node.inputs;
  const [shapeA, shapeB] = [emit.shape(a), emit.shape(b)];
  const left = shapeA.length === 1 ? emit.reshape(a, [1, ...shapeA]) : a;
  const right = shapeB.length === 1 ? emit.reshape(b, [...shapeB, 1]) : b;
  const batch = emit
    .shape(node.outputs[0]!)
    .slice(
      0,
      emit.shape(node.outputs[0]!).length -
        (shapeA.length === 1 ? 0 : 1) -
        (shapeB.length === 1 ? 0 : 1),
    );
  const gradient = emit.reshape(step.arriving[0]!, [
    ...batch,
    emit.shape(left).at(-2)!,
    emit.shape(right).at(-1)!,
  ]);
  const [inner, columns] = emit.shape(right).slice(-2) as [number, number];

  function toLeft(): string {
    // One matrix for all rows: a flag turns it, and no copy of a weight is made.
    if (emit.shape(right).length === 2 && emit.type(a) === "float32") {
      const rows = sizeOf(emit.shape(gradient).slice(0, -1));
      const flat = emit.reshape(gradient, [rows, columns]);
      const product = emit.node("Gemm", [flat, right], { attributes: { transB: 1 } });
      return emit.reshape(product, [...emit.shape(gradient).slice(0, -1), inner]);
    }
    return emit.node("MatMul", [gradient, turned(emit, right)]);
  }

  function toRight(): string {
    if (
      emit.shape(right).length === 2 &&
      emit.type(a) === "float32" &&
      emit.shape(left).length > 2
    ) {
      const rows = sizeOf(emit.shape(gradient).slice(0, -1));
      return emit.node(
        "Gemm",
        [emit.reshape(left, [rows, inner]), emit.reshape(gradient, [rows, columns])],
        { attributes: { transA: 1 } },
      );
    }
    return emit.node("MatMul", [turned(emit, left), gradient]);
  }

  return [
    step.wants(0) ? emit.reshape(emit.sumTo(toLeft(), emit.shape(left)), shapeA) : undefined,
    step.wants(1) ? emit.reshape(emit.sumTo(toRight(), emit.shape(right)), shapeB) : undefined,
  ];
};

/** Rules by operator. */
export const linearRules: GradientRules = { Gemm: gemm, MatMul: matMul, Einsum: einsum };
