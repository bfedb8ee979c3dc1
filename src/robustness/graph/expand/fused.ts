// Operators that ONNX Runtime's optimiser writes for two or three of ONNX's own:
// https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md .
import type { PlainAttribute } from "../rule.ts";
import { activationOf } from "./activation.ts";
import type { Expansion, Expansions, Site } from "./site.ts";

/** The attributes with these names, as they are. */
function same(site: Site, names: readonly string[]): Readonly<Record<string, PlainAttribute>> {
  const kept: Record<string, PlainAttribute> = {};
  for (const name of names) {
    const value = site.node.attributes.get(name);
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

function activated(site: Site, value: string, parameters: readonly number[]): string {
  const name = site.text("activation", "").toLowerCase();
  const [alpha, beta] = parameters;
  if (name === "") return value;
  if (name === "clip")
    return site.write("Clip", [value, site.floats([alpha ?? 0]), site.floats([beta ?? 0])]);
  return activationOf(site, { name, alpha, beta })(value);
}

const convAttributes = ["auto_pad", "dilations", "group", "kernel_shape", "pads", "strides"];

const fusedConv: Expansion = (site) => {
  const convolved = site.write("Conv", [site.needed(0), site.needed(1), site.input(2)], {
    attributes: same(site, convAttributes),
  });
  const added = site.input(3) ? site.write("Add", [convolved, site.input(3)]) : convolved;
  site.give(0, activated(site, added, site.list("activation_params")));
};

/** The image has its channels last, and the kernel is as always. */
const nhwcConv: Expansion = (site) => {
  const last = (name: string): string =>
    site.write("Transpose", [name], { attributes: { perm: [0, 2, 3, 1] } });
  const first = (name: string): string =>
    site.write("Transpose", [name], { attributes: { perm: [0, 3, 1, 2] } });
  const convolved = site.write("Conv", [first(site.needed(0)), site.needed(1), site.input(2)], {
    attributes: same(site, convAttributes),
  });
  const added = site.input(3) ? site.write("Add", [convolved, first(site.needed(3))]) : convolved;
  site.give(0, last(activated(site, added, site.list("activation_params"))));
};

const nhwcMaxPool: Expansion = (site) => {
  const first = site.write("Transpose", [site.needed(0)], { attributes: { perm: [0, 3, 1, 2] } });
  const pooled = site.write("MaxPool", [first], {
    attributes: same(site, [
      "auto_pad",
      "ceil_mode",
      "dilations",
      "kernel_shape",
      "pads",
      "strides",
    ]),
  });
  site.give(0, site.write("Transpose", [pooled], { attributes: { perm: [0, 2, 3, 1] } }));
};

/** The first input and the output have their channels last; between Transposes they are as ONNX has them. */
const channelsFirst =
  (domain: string): Expansion =>
  (site) => {
    if (site.int("channels_last", 0) === 0) return site.refuse("its channels are not last");
    const [x = "", ...rest] = site.node.inputs;
    const rank = site.shape(x).length;
    const spatial = Array.from({ length: rank - 2 }, (_, axis) => axis + 1);
    const inner = site.fresh("channelsFirst");
    const attributes = new Map(site.node.attributes);
    attributes.delete("channels_last");
    const turned = site.write("Transpose", [x], {
      attributes: { perm: [0, rank - 1, ...spatial] },
    });
    site.append({
      ...site.node,
      domain,
      name: site.fresh(site.node.name || site.node.operator),
      inputs: [turned, ...rest],
      outputs: [inner],
      attributes,
    });
    const last = [0, ...spatial.map((axis) => axis + 1), 1];
    site.give(0, site.write("Transpose", [inner], { attributes: { perm: last } }));
    return undefined;
  };

const fusedGemm: Expansion = (site) => {
  const product = site.write("Gemm", [site.needed(0), site.needed(1), site.input(2)], {
    attributes: same(site, ["alpha", "beta", "transA", "transB"]),
  });
  const parameters = ["activation_alpha", "activation_beta"].flatMap((name) =>
    site.node.attributes.has(name) ? [site.float(name)] : [],
  );
  site.give(0, activated(site, product, parameters));
};

/** transBatch moves the first axis before the last; trans changes the last two. */
function arranged(site: Site, at: 0 | 1): string {
  const letter = at === 0 ? "A" : "B";
  const isBatch = site.int(`transBatch${letter}`, 0) !== 0;
  const isTurned = site.int(`trans${letter}`, 0) !== 0;
  const name = site.needed(at);
  if (!isBatch && !isTurned) return name;
  const rank = site.shape(name).length;
  let perm = Array.from({ length: rank }, (_, axis) => axis);
  if (rank < 2) return name;
  if (isBatch) perm = [...perm.slice(1, -1), 0, rank - 1];
  if (isTurned) perm = [...perm.slice(0, -2), perm[rank - 1]!, perm[rank - 2]!];
  return site.write("Transpose", [name], { attributes: { perm } });
}

const fusedMatMul: Expansion = (site) => {
  const product = site.write("MatMul", [arranged(site, 0), arranged(site, 1)]);
  const alpha = site.float("alpha", 1);
  site.give(0, alpha === 1 ? product : site.write("Mul", [product, site.floats([alpha])]));
};

const gelu =
  (approximate: "none" | "tanh"): Expansion =>
  (site) => {
    const biased = site.input(1)
      ? site.write("Add", [site.needed(0), site.input(1)])
      : site.needed(0);
    site.give(0, site.write("Gelu", [biased], { attributes: { approximate } }));
  };

const quickGelu: Expansion = (site) => {
  const x = site.needed(0);
  const alpha = site.float("alpha", 1.702);
  const scaled = alpha === 1 ? x : site.write("Mul", [x, site.floats([alpha])]);
  site.give(0, site.write("Mul", [x, site.write("Sigmoid", [scaled])]));
};

const biasAdd: Expansion = (site) => {
  const biased = site.write("Add", [site.needed(0), site.needed(1)]);
  site.give(0, site.write("Add", [biased, site.needed(2)]));
};

/** Operators that ORT had before ONNX did, under the same name and with the same meaning. */
const adopted: Expansion = (site) => {
  site.append({ ...site.node, domain: "" });
};

export const fusedExpansions: Expansions = {
  "com.microsoft:FusedConv": fusedConv,
  "com.microsoft:NhwcConv": nhwcConv,
  "com.microsoft:NhwcFusedConv": nhwcConv,
  "com.microsoft:NhwcMaxPool": nhwcMaxPool,
  "com.microsoft:QLinearConv": channelsFirst(""),
  "com.microsoft:QLinearAveragePool": channelsFirst("com.microsoft"),
  "com.microsoft:QLinearGlobalAveragePool": channelsFirst("com.microsoft"),
  "com.microsoft:FusedGemm": fusedGemm,
  "com.microsoft:FusedMatMul": fusedMatMul,
  "com.microsoft:TransposeMatMul": fusedMatMul,
  "com.microsoft:Gelu": gelu("none"),
  "com.microsoft:BiasGelu": gelu("none"),
  "com.microsoft:FastGelu": gelu("tanh"),
  "com.microsoft:QuickGelu": quickGelu,
  "com.microsoft:BiasAdd": biasAdd,
  "com.microsoft:GatherND": adopted,
  "com.microsoft:GridSample": adopted,
  "com.microsoft:Pad": adopted,
  "com.microsoft:Range": adopted,
  "com.microsoft:Trilu": adopted,
};
