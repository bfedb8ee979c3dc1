// Activations, as layers and by their names: keras.activations.
import type { Builder } from "../../convert/builder.ts";
import {
  axisAt,
  flagAt,
  numberAt,
  one,
  plain,
  refuse,
  weightsOf,
  type Call,
  type LayerRule,
} from "../call.ts";
import { isFields } from "../config.ts";
import type { Flow } from "../flow.ts";

type Write = (builder: Builder, x: string, options: { readonly isKeras3: boolean }) => string;
const simple =
  (
    operator: string,
    attributes: Readonly<Record<string, { readonly float: number }>> = {},
  ): Write =>
  (builder, x) =>
    builder.node(operator, [x], { attributes });
const clip = (builder: Builder, x: string, most: number): string =>
  builder.node("Clip", [x, builder.floats([0]), builder.floats([most])]);
const sixth = { alpha: { float: 1 / 6 }, beta: { float: 0.5 } };
const swish: Write = (builder, x) => builder.node("Mul", [x, builder.node("Sigmoid", [x])]);

/** Activations that look at each element alone. */
const pointwise: Readonly<Record<string, Write>> = {
  linear: (_, x) => x,
  relu: simple("Relu"),
  relu6: (builder, x) => clip(builder, x, 6),
  sigmoid: simple("Sigmoid"),
  tanh: simple("Tanh"),
  softplus: simple("Softplus"),
  softsign: simple("Softsign"),
  elu: simple("Elu"),
  selu: simple("Selu"),
  gelu: simple("Gelu"),
  exponential: simple("Exp"),
  mish: simple("Mish"),
  swish,
  silu: swish,
  // Keras 3 has relu6(x + 3) / 6, Keras 2 the clipped x / 5 + 0.5.
  hard_sigmoid: (builder, x, { isKeras3 }) =>
    builder.node("HardSigmoid", [x], {
      attributes: isKeras3 ? sixth : { alpha: { float: 0.2 }, beta: { float: 0.5 } },
    }),
  hard_swish: simple("HardSwish"),
  hard_silu: simple("HardSwish"),
  leaky_relu: simple("LeakyRelu", { alpha: { float: 0.2 } }),
  celu: simple("Celu"),
};

/** The name of an activation: a text, or an object that wraps one. */
export function activationName(value: unknown): string {
  if (value === null || value === undefined) return "linear";
  if (typeof value === "string") return value;
  const inner: unknown = isFields(value) ? (value["config"] ?? value["class_name"]) : undefined;
  return typeof inner === "string" ? inner : "something else";
}

/** Applies the activation that a layer's configuration names. */
export function activate(call: Call, flow: Flow, value: unknown = call.config["activation"]): Flow {
  const { builder, conversion } = call;
  const name = activationName(value);
  if (name === "softmax" || name === "log_softmax")
    return softmaxOf(call, flow, {
      axis: -1,
      operator: name === "softmax" ? "Softmax" : "LogSoftmax",
    });
  const write = Object.hasOwn(pointwise, name) ? pointwise[name] : undefined;
  if (write === undefined) refuse(call, `its activation ${name.slice(0, 60)} is not known`);
  return { ...flow, name: write(builder, flow.name, conversion) };
}

function softmaxOf(
  call: Call,
  flow: Flow,
  { axis, operator }: { readonly axis: number; readonly operator: string },
): Flow {
  const rank = flow.shape.length;
  const place = axisAt(call, axis, rank);
  const at = flow.isFirst ? (place === rank - 1 ? 1 : place + 2) : place + 1;
  return { ...flow, name: call.builder.node(operator, [flow.name], { attributes: { axis: at } }) };
}

function slope(call: Call, fallback: number): number {
  return numberAt(call, "negative_slope", numberAt(call, "alpha", fallback));
}

function relu(call: Call): Flow {
  const { builder, config } = call;
  const x = one(call);
  const threshold = numberAt(call, "threshold", numberAt(call, "theta", 0));
  const most = config["max_value"];
  const alpha = slope(call, 0);
  if (threshold !== 0) {
    if (alpha !== 0) refuse(call, "it has a threshold and a slope");
    const above = builder.node("Greater", [x.name, builder.floats([threshold])]);
    const name = builder.node("Where", [above, x.name, builder.floats([0])]);
    return {
      ...x,
      name: typeof most === "number" ? builder.node("Min", [name, builder.floats([most])]) : name,
    };
  }
  if (alpha === 0 && typeof most === "number") return { ...x, name: clip(builder, x.name, most) };
  const name =
    alpha === 0
      ? builder.node("Relu", [x.name])
      : builder.node("LeakyRelu", [x.name], { attributes: { alpha: { float: alpha } } });
  return {
    ...x,
    name: typeof most === "number" ? builder.node("Min", [name, builder.floats([most])]) : name,
  };
}

export const activationRules: Readonly<Record<string, LayerRule>> = {
  Activation: (call) => activate(call, one(call)),
  ReLU: relu,
  ThresholdedReLU: (call) => relu({ ...call, config: { theta: 1, ...call.config } }),
  LeakyReLU: (call) => ({
    ...one(call),
    name: call.builder.node("LeakyRelu", [one(call).name], {
      attributes: { alpha: { float: slope(call, 0.3) } },
    }),
  }),
  ELU: (call) => ({
    ...one(call),
    name: call.builder.node("Elu", [one(call).name], {
      attributes: { alpha: { float: numberAt(call, "alpha", 1) } },
    }),
  }),
  PReLU(call) {
    const x = plain(call);
    const [alpha] = weightsOf(call, ["alpha"]);
    return { ...x, name: call.builder.node("PRelu", [x.name, call.builder.weights(alpha!)]) };
  },
  Softmax(call) {
    const { axis = -1 } = call.config;
    const only: unknown = Array.isArray(axis) && axis.length === 1 ? axis[0] : axis;
    if (typeof only !== "number") refuse(call, "it works along several axes");
    const x = one(call);
    if (x.isMasked === true && flagAt(call, "supports_masking", true))
      refuse(call, "masks are not followed");
    return softmaxOf(call, x, { axis: only, operator: "Softmax" });
  },
};
