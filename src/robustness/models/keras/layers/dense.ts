// Layers that multiply by a matrix, and look up rows of one.
import type { WeightArray } from "../../convert/builder.ts";
import {
  flagAt,
  numberAt,
  one,
  plain,
  refuse,
  weightsOf,
  type Call,
  type LayerRule,
} from "../call.ts";
import type { Flow } from "../flow.ts";
import { activate } from "./activations.ts";

/** x · kernel + bias along the last axis. */
export function affine(
  call: Call,
  x: Flow,
  { kernel, bias }: { readonly kernel: WeightArray; readonly bias: WeightArray | undefined },
): Flow {
  const { builder } = call;
  const [inputs, units] = kernel.shape;
  const width = x.shape.at(-1);
  if (kernel.shape.length !== 2 || (width !== undefined && width !== inputs))
    refuse(call, `its kernel is ${kernel.shape.join(" × ")}, and its input has ${width} features`);
  const shape = [...x.shape.slice(0, -1), units];
  const weights = builder.weights(kernel);
  if (x.shape.length === 1) {
    const rest = bias === undefined ? [] : [builder.weights(bias)];
    return { name: builder.node("Gemm", [x.name, weights, ...rest]), shape, isFirst: false };
  }
  const product = builder.node("MatMul", [x.name, weights]);
  const name = bias === undefined ? product : builder.node("Add", [product, builder.weights(bias)]);
  return { ...x, name, shape };
}

export const denseRules: Readonly<Record<string, LayerRule>> = {
  Dense(call) {
    if (
      call.config["quantization_config"] !== null &&
      call.config["quantization_config"] !== undefined
    )
      refuse(call, "its weights are quantised");
    const [kernel, bias] = weightsOf(call, ["kernel", flagAt(call, "use_bias", true) && "bias"]);
    return activate(call, affine(call, plain(call), { kernel: kernel!, bias }));
  },
  Embedding(call) {
    const { builder } = call;
    const x = one(call);
    const [table] = weightsOf(call, ["embeddings"]);
    if (table!.shape.length !== 2) refuse(call, "its table has other axes than two");
    const whole = builder.node("Cast", [x.name], { attributes: { to: 7 } });
    const name = builder.node("Gather", [builder.weights(table!), whole], {
      attributes: { axis: 0 },
    });
    const isMasked = flagAt(call, "mask_zero", false);
    return {
      name,
      shape: [...x.shape, numberAt(call, "output_dim", table!.shape[1]!)],
      isFirst: false,
      isMasked,
    };
  },
};
