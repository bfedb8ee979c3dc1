// Normalisations that add something first, or know no mean:
// https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md ,
// https://onnx.ai/onnx/operators/onnx__RMSNormalization.html .
import type { Expansion, Expansions, Site } from "./site.ts";

/** x / √(mean(x²) + ε) · scale over the axes from this one on: Zhang and Sennrich (2019). */
function rms(
  site: Site,
  x: string,
  given: { scale: string; axis: number; epsilon: number },
): string {
  const rank = site.shape(site.needed(0)).length;
  const from = given.axis < 0 ? given.axis + rank : given.axis;
  const axes = site.ints(Array.from({ length: rank - from }, (_, at) => from + at));
  const mean = site.write("ReduceMean", [site.write("Mul", [x, x]), axes]);
  const root = site.write("Sqrt", [site.write("Add", [mean, site.floats([given.epsilon])])]);
  const inverse = site.write("Reciprocal", [root]);
  site.give(site.node.operator.startsWith("Skip") ? 2 : 1, inverse);
  return site.write("Mul", [site.write("Mul", [x, inverse]), given.scale]);
}

const plainRms: Expansion = (site) => {
  const given = {
    scale: site.needed(1),
    axis: site.int("axis", -1),
    epsilon: site.float("epsilon", 1e-5),
  };
  site.give(0, rms(site, site.needed(0), given));
};

/** Input, skip and bias together, which is an output too. */
function skipped(site: Site, bias: string | undefined): string {
  const sum = site.write("Add", [site.needed(0), site.needed(1)]);
  const all = bias === undefined ? sum : site.write("Add", [sum, bias]);
  site.give(3, all);
  return all;
}

const skipRms: Expansion = (site) => {
  if (site.has(1)) site.refuse("its output of means is used");
  const x = skipped(site, site.input(3));
  const given = { scale: site.needed(2), axis: -1, epsilon: site.float("epsilon", 1e-12) };
  site.give(0, rms(site, x, given));
};

const skipLayer: Expansion = (site) => {
  const x = skipped(site, site.input(4));
  const [out = "", mean = "", deviation = ""] = site.writeAll(
    "LayerNormalization",
    [x, site.needed(2), site.input(3)],
    { attributes: { axis: -1, epsilon: { float: site.float("epsilon", 1e-12) } }, outputs: 3 },
  );
  site.give(0, out);
  site.give(1, mean);
  site.give(2, deviation);
};

/** Sums embeddings of words, positions and segments, and normalises them. */
const embedding: Expansion = (site) => {
  const ids = site.needed(0);
  const [batch = 1, length = 1] = site.shape(ids);
  const look = (table: string, indices: string): string =>
    site.write("Gather", [table, indices], { attributes: { axis: 0 } });
  const words = look(site.needed(2), ids);
  const places =
    site.input(8) ??
    site.ints(
      Array.from({ length }, (_, at) => at),
      [1, length],
    );
  const placed = site.write("Add", [words, look(site.needed(3), places)]);
  const segments = site.input(1);
  const sum =
    segments === undefined ? placed : site.write("Add", [placed, look(site.needed(4), segments)]);
  site.give(
    0,
    site.write("LayerNormalization", [sum, site.needed(5), site.needed(6)], {
      attributes: { axis: -1, epsilon: { float: site.float("epsilon", 1e-12) } },
    }),
  );
  site.give(2, sum);
  if (!site.has(1)) return;
  const mask = site.input(7);
  const counts =
    mask === undefined
      ? site.ints(Array.from({ length: batch }, () => 0))
      : site.write("ReduceSum", [mask, site.ints([1])], { attributes: { keepdims: 0 } });
  site.give(1, site.write("Cast", [counts], { attributes: { to: 6 } }));
};

export const normExpansions: Expansions = {
  SimplifiedLayerNormalization: plainRms,
  "com.microsoft:SimplifiedLayerNormalization": plainRms,
  RMSNormalization: plainRms,
  "com.microsoft:SkipSimplifiedLayerNormalization": skipRms,
  "com.microsoft:SkipLayerNormalization": skipLayer,
  "com.microsoft:EmbedLayerNormalization": embedding,
};
