// Multi-head attention: Vaswani et al. 2017, arXiv 1706.03762, as keras.layers.MultiHeadAttention lays out its weights.
import type { WeightArray } from "../../convert/builder.ts";
import { flagAt, numberAt, refuse, weightsOf, type Call, type LayerRule } from "../call.ts";
import { inOrder, type Flow } from "../flow.ts";
import { affine } from "./dense.ts";

/** inputs × heads × size as a matrix. */
function flat({ data }: WeightArray, rows: number): WeightArray {
  return { shape: [rows, data.length / rows], data };
}

function projected(
  call: Call,
  x: Flow,
  name: "query" | "key" | "value",
): { readonly flow: Flow; readonly size: number; readonly heads: number } {
  const isBiased = flagAt(call, "use_bias", true);
  const [kernel, bias] = weightsOf(call, ["kernel", isBiased && "bias"], {
    attribute: `${name}_dense`,
    named: new RegExp(`^${name}$`),
  });
  const [inputs, heads, size] = kernel!.shape;
  if (kernel!.shape.length !== 3) refuse(call, "its kernels have other axes than three");
  const flow = affine(call, x, {
    kernel: flat(kernel!, inputs!),
    bias: bias && { shape: [bias.data.length], data: bias.data },
  });
  return { flow, size: size!, heads: heads! };
}

function split(
  call: Call,
  { flow, heads, size }: ReturnType<typeof projected>,
  perm: readonly number[],
): string {
  const { builder } = call;
  // Batch and steps stay as they are.
  const apart = builder.node("Reshape", [flow.name, builder.ints([0, 0, heads, size])]);
  return builder.node("Transpose", [apart], { attributes: { perm } });
}

function multiHead(call: Call): Flow {
  const { builder, kwargs } = call;
  for (const name of ["attention_mask", "query_mask", "key_mask", "value_mask"]) {
    const given = kwargs.get(name);
    if (given !== undefined && !(given.kind === "value" && given.value === null))
      refuse(call, "it is given a mask");
  }
  const causal = kwargs.get("use_causal_mask");
  if (causal?.kind === "value" && causal.value === true) refuse(call, "it uses a causal mask");
  const scores = kwargs.get("return_attention_scores");
  if (scores?.kind === "value" && scores.value === true) refuse(call, "it gives its scores");
  if (call.config["attention_axes"] !== null && call.config["attention_axes"] !== undefined) {
    const axes = call.config["attention_axes"];
    if (!(Array.isArray(axes) && axes.length === 1 && axes[0] === 1))
      refuse(call, "it attends along other axes");
  }
  const [query, value, key = value] = call.inputs.map((flow) => inOrder(builder, flow));
  if (query === undefined || value === undefined || key === undefined)
    refuse(call, "it needs a query and a value");
  if ([query, value, key].some((flow) => flow.shape.length !== 2))
    refuse(call, "its inputs are no sequences");
  if ([query, value, key].some((flow) => flow.isMasked === true))
    refuse(call, "masks are not followed");

  const q = projected(call, query, "query");
  const k = projected(call, key, "key");
  const v = projected(call, value, "value");
  const scaled = builder.node("Mul", [
    split(call, q, [0, 2, 1, 3]),
    builder.floats([1 / Math.sqrt(numberAt(call, "key_dim", q.size))]),
  ]);
  const products = builder.node("MatMul", [scaled, split(call, k, [0, 2, 3, 1])]);
  const shares = builder.node("Softmax", [products], { attributes: { axis: -1 } });
  const heads = builder.node(
    "Transpose",
    [builder.node("MatMul", [shares, split(call, v, [0, 2, 1, 3])])],
    { attributes: { perm: [0, 2, 1, 3] } },
  );
  const joined = builder.node("Reshape", [heads, builder.ints([0, 0, v.heads * v.size])]);
  const [kernel, bias] = weightsOf(call, ["kernel", flagAt(call, "use_bias", true) && "bias"], {
    attribute: "output_dense",
    named: /^attention_output$/,
  });
  return affine(
    call,
    { name: joined, shape: [query.shape[0], v.heads * v.size], isFirst: false },
    { kernel: flat(kernel!, v.heads * v.size), bias },
  );
}

export const attentionRules: Readonly<Record<string, LayerRule>> = {
  MultiHeadAttention: multiHead,
};
