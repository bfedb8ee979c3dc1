// Activation functions that an attribute names, as recurrent layers and fused operators do.
import type { Site } from "./site.ts";

/** Writes one activation of a value. */
export type Activate = (name: string) => string;

export interface ActivationSpec {
  readonly name: string;
  readonly alpha: number | undefined;
  readonly beta: number | undefined;
}

/** Which parameters each takes, and what they are otherwise: https://onnx.ai/onnx/operators/onnx__LSTM.html . */
const parameters: Readonly<Record<string, readonly [alpha?: number, beta?: number]>> = {
  relu: [],
  tanh: [],
  sigmoid: [],
  softsign: [],
  softplus: [],
  affine: [1, 0],
  leakyrelu: [0.01],
  thresholdedrelu: [1],
  scaledtanh: [1, 1],
  hardsigmoid: [0.2, 0.5],
  elu: [1],
};

/** The activations of each direction; alphas and betas are dealt to those that take one, in their order. */
export function activationsOf(
  site: Site,
  defaults: readonly string[],
  directions: number,
): readonly (readonly ActivationSpec[])[] {
  const given = site.texts("activations");
  const names =
    given.length > 0 ? given : Array.from({ length: directions }, () => defaults).flat();
  const alphas = [...site.list("activation_alpha")];
  const betas = [...site.list("activation_beta")];
  const specs = names.map((name): ActivationSpec => {
    const [alpha, beta] = parameters[name.toLowerCase()] ?? [];
    return {
      name: name.toLowerCase(),
      alpha: alpha === undefined ? undefined : (alphas.shift() ?? alpha),
      beta: beta === undefined ? undefined : (betas.shift() ?? beta),
    };
  });
  return Array.from({ length: directions }, (_, at) =>
    specs.slice(at * defaults.length, (at + 1) * defaults.length),
  );
}

const operators: Readonly<Record<string, string>> = {
  relu: "Relu",
  tanh: "Tanh",
  sigmoid: "Sigmoid",
  softsign: "Softsign",
  softplus: "Softplus",
  leakyrelu: "LeakyRelu",
  thresholdedrelu: "ThresholdedRelu",
  hardsigmoid: "HardSigmoid",
  elu: "Elu",
};

export function activationOf(site: Site, { name, alpha, beta }: ActivationSpec): Activate {
  const times = (value: string, factor: number): string =>
    factor === 1 ? value : site.write("Mul", [value, site.floats([factor])]);
  if (name === "affine")
    return (value) => site.write("Add", [times(value, alpha ?? 1), site.floats([beta ?? 0])]);
  if (name === "scaledtanh")
    return (value) => times(site.write("Tanh", [times(value, beta ?? 1)]), alpha ?? 1);
  const operator = operators[name] ?? site.refuse(`its activation "${name}" is not known`);
  const attributes = {
    alpha: alpha === undefined ? undefined : { float: alpha },
    beta: beta === undefined ? undefined : { float: beta },
  };
  return (value) => site.write(operator, [value], { attributes });
}
