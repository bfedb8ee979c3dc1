// Attention in its three guises, written as products and a softmax: ONNX's own (opset 23) and ORT's Attention and
// MultiHeadAttention. https://onnx.ai/onnx/operators/onnx__Attention.html ,
// https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md .
import type { Expansion, Expansions, Site } from "./site.ts";

/** Queries, keys and values by heads, [batch, heads, length, width]. */
interface Heads {
  readonly query: string;
  readonly key: string;
  readonly value: string;
}

interface Scoring {
  readonly scale: number;
  /** Added to the scores one after another. */
  readonly biases: readonly string[];
  readonly softcap?: number;
}

const perm = (site: Site, name: string, order: readonly number[]): string =>
  site.write("Transpose", [name], { attributes: { perm: order } });

/** [batch, length, heads · width] to [batch, heads, length, width]. */
function intoHeads(site: Site, name: string, heads: number): string {
  return perm(site, site.write("Reshape", [name, site.ints([0, 0, heads, -1])]), [0, 2, 1, 3]);
}

function outOfHeads(site: Site, name: string): string {
  return site.write("Reshape", [perm(site, name, [0, 2, 1, 3]), site.ints([0, 0, -1])]);
}

function attend(site: Site, heads: Heads, scoring: Scoring): string {
  // Half of the scale on each side keeps the products small, as the runtime does.
  const half = site.floats([Math.sqrt(Math.abs(scoring.scale))]);
  const query = site.write("Mul", [heads.query, half]);
  const key = site.write("Mul", [perm(site, heads.key, [0, 1, 3, 2]), half]);
  let scores = site.write("MatMul", [query, key]);
  if (scoring.scale < 0) scores = site.write("Neg", [scores]);
  const { softcap = 0 } = scoring;
  if (softcap !== 0) {
    const cap = site.floats([softcap]);
    scores = site.write("Mul", [site.write("Tanh", [site.write("Div", [scores, cap])]), cap]);
  }
  for (const bias of scoring.biases) scores = site.write("Add", [scores, bias]);
  const weights = site.write("Softmax", [scores], { attributes: { axis: -1 } });
  return site.write("MatMul", [weights, heads.value]);
}

/** Lets position i of the queries see what is at or before it; `before` keys were there already. */
function causal(site: Site, sizes: readonly [queries: number, keys: number], low: number): string {
  const [queries, keys] = sizes;
  const before = keys - queries;
  const values = Array.from({ length: queries * keys }, (_, at) =>
    (at % keys) - before > Math.floor(at / keys) ? low : 0,
  );
  return site.floats(values, [queries, keys]);
}

/** 0 where the mask is set and `low` where not. */
function masked(site: Site, mask: string, low: number): string {
  const flag =
    site.type(mask) === "bool" ? mask : site.write("Cast", [mask], { attributes: { to: 9 } });
  return site.write("Where", [flag, site.floats([0]), site.floats([low])]);
}

/** ORT's masks: [batch] counts keys, [batch, keys] and [batch, queries, keys] show them. */
function keyMask(site: Site, mask: string, sizes: { batch: number; keys: number }): string {
  const low = site.float("mask_filter_value", -10000);
  const shape = site.shape(mask);
  const { batch, keys } = sizes;
  if (shape.length === 1 && shape[0] === batch) {
    const counts = site.write("Reshape", [
      site.write("Cast", [mask], { attributes: { to: 7 } }),
      site.ints([batch, 1, 1, 1]),
    ]);
    const places = site.ints(
      Array.from({ length: keys }, (_, at) => at),
      [1, 1, 1, keys],
    );
    const seen = site.write("Less", [places, counts]);
    return site.write("Where", [seen, site.floats([0]), site.floats([low])]);
  }
  if (shape.length === 2 && shape[0] === batch && shape[1] === keys)
    return site.write("Reshape", [masked(site, mask, low), site.ints([batch, 1, 1, keys])]);
  if (shape.length === 3 && shape[2] === keys)
    return site.write("Unsqueeze", [masked(site, mask, low), site.ints([1])]);
  return site.refuse(`its mask is of a shape that is not followed, [${shape.join(", ")}]`);
}

/** Attention of ORT: one product makes queries, keys and values. */
const packed: Expansion = (site) => {
  if (site.int("do_rotary", 0) !== 0) site.refuse("it turns its values by rotary embeddings");
  if (site.input(4)) site.refuse("it keeps keys and values of an earlier call");
  const heads = site.int("num_heads");
  const [batch = 1, length = 1] = site.shape(site.needed(0));
  const all = site.shape(site.needed(1))[1]!;
  const given = site.list("qkv_hidden_sizes");
  const sizes = given.length === 3 ? given : [all / 3, all / 3, all / 3];
  const product = site.write("MatMul", [site.needed(0), site.needed(1)]);
  const biased = site.input(2) ? site.write("Add", [product, site.input(2)]) : product;
  const [query, key, value] = site
    .writeAll("Split", [biased, site.ints(sizes)], { attributes: { axis: 2 }, outputs: 3 })
    .map((name) => intoHeads(site, name, heads)) as [string, string, string];
  const biases: string[] = [];
  const low = site.float("mask_filter_value", -10000);
  if (site.input(3)) biases.push(keyMask(site, site.needed(3), { batch, keys: length }));
  if (site.int("unidirectional", 0) !== 0) biases.push(causal(site, [length, length], low));
  if (site.input(5)) biases.push(site.needed(5));
  const scale = site.float("scale", 0) || 1 / Math.sqrt(sizes[0]! / heads);
  site.give(0, outOfHeads(site, attend(site, { query, key, value }, { scale, biases })));
  if (!site.has(1)) return;
  const rows = [key, value].map((name) => site.write("Unsqueeze", [name, site.ints([0])]));
  site.give(1, site.write("Concat", rows, { attributes: { axis: 0 } }));
};

/** Queries, keys and values [batch, length, heads · width] with their part of the bias; four axes are by heads already. */
function headsOf(site: Site): Heads & { readonly width: number } {
  const heads = site.int("num_heads");
  const [query, key, value] = [site.needed(0), site.input(1), site.input(2)];
  if (key === undefined || value === undefined)
    return site.refuse("its queries, keys and values are packed into one");
  const width = site.shape(query)[2]! / heads;
  if (site.shape(query).length !== 3) return site.refuse("its queries are packed");
  const bias = site.input(3);
  const valueShape = site.shape(value);
  const valueSize = valueShape.length === 4 ? heads * valueShape[3]! : valueShape[2]!;
  const sizes = [heads * width, heads * width, valueSize];
  const biases =
    bias === undefined
      ? []
      : site.writeAll("Split", [bias, site.ints(sizes)], { attributes: { axis: 0 }, outputs: 3 });
  const [first, second, third] = [query, key, value].map((name, at) => {
    const rank = site.shape(name).length;
    if (rank === 4) return name;
    const added = biases[at] === undefined ? name : site.write("Add", [name, biases[at]]);
    return intoHeads(site, added, heads);
  }) as [string, string, string];
  return { query: first, key: second, value: third, width };
}

/** Puts what was kept from earlier before what is new. */
function joined(site: Site, past: string | undefined, name: string): string {
  return past === undefined
    ? name
    : site.write("Concat", [past, name], { attributes: { axis: 2 } });
}

const multiHead: Expansion = (site) => {
  const { width, ...heads } = headsOf(site);
  if (site.has(3)) site.refuse("its scores are used");
  const [batch = 1, length = 1] = site.shape(site.needed(0));
  const keyShape = site.shape(site.needed(1));
  const past = site.input(6) === undefined ? 0 : site.shape(site.needed(6))[2]!;
  const keys = (keyShape.length === 4 ? keyShape[2]! : keyShape[1]!) + past;
  const key = joined(site, site.input(6), heads.key);
  const value = joined(site, site.input(7), heads.value);
  const biases: string[] = [];
  const low = site.float("mask_filter_value", -10000);
  if (site.input(4)) biases.push(keyMask(site, site.needed(4), { batch, keys }));
  if (site.int("unidirectional", 0) !== 0) biases.push(causal(site, [length, keys], low));
  if (site.input(5)) biases.push(site.needed(5));
  const scale = site.float("scale", 0) || 1 / Math.sqrt(width);
  const result = attend(site, { query: heads.query, key, value }, { scale, biases });
  site.give(0, outOfHeads(site, result));
  site.give(1, key);
  site.give(2, value);
};

/** Repeats each head of the keys or values for the queries that share it: Ainslie et al. (2023). */
function shared(site: Site, name: string, given: { heads: number; times: number }): string {
  if (given.times === 1) return name;
  const order = Array.from({ length: given.heads * given.times }, (_, at) =>
    Math.floor(at / given.times),
  );
  return site.write("Gather", [name, site.ints(order)], { attributes: { axis: 1 } });
}

const own: Expansion = (site) => {
  const shapes = [0, 1, 2].map((at) => site.shape(site.needed(at)));
  const isFlat = shapes[0]!.length === 3;
  const queryHeads = isFlat ? site.int("q_num_heads") : shapes[0]![1]!;
  const keyHeads = isFlat ? site.int("kv_num_heads") : shapes[1]![1]!;
  if (site.has(3)) site.refuse("its scores are used");
  if (site.input(6)) site.refuse("it is told how many keys count");
  const byHeads = (at: number): string =>
    isFlat ? intoHeads(site, site.needed(at), at === 0 ? queryHeads : keyHeads) : site.needed(at);
  const key = joined(site, site.input(4), byHeads(1));
  const value = joined(site, site.input(5), byHeads(2));
  const length = shapes[0]!.at(-2)!;
  const past = site.input(4) === undefined ? 0 : site.shape(site.needed(4))[2]!;
  const keys = shapes[1]!.at(-2)! + past;
  const width = isFlat ? shapes[0]![2]! / queryHeads : shapes[0]![3]!;
  const biases: string[] = [];
  if (site.int("is_causal", 0) !== 0) biases.push(ownCausal(site, { length, keys, past }));
  const mask = site.input(3);
  if (mask !== undefined)
    biases.push(site.type(mask) === "bool" ? masked(site, mask, -Infinity) : mask);
  const sharing = { heads: keyHeads, times: queryHeads / keyHeads };
  const result = attend(
    site,
    { query: byHeads(0), key: shared(site, key, sharing), value: shared(site, value, sharing) },
    {
      scale: site.node.attributes.has("scale") ? site.float("scale") : 1 / Math.sqrt(width),
      softcap: site.float("softcap", 0),
      biases,
    },
  );
  site.give(0, isFlat ? outOfHeads(site, result) : result);
  site.give(1, key);
  site.give(2, value);
};

/** Aligned at the upper left, behind what was kept. */
function ownCausal(site: Site, sizes: { length: number; keys: number; past: number }): string {
  const { length, keys, past } = sizes;
  const values = Array.from({ length: length * keys }, (_, at) =>
    (at % keys) - past > Math.floor(at / keys) ? -Infinity : 0,
  );
  return site.floats(values, [length, keys]);
}

export const attentionExpansions: Expansions = {
  Attention: own,
  "com.microsoft:Attention": packed,
  "com.microsoft:MultiHeadAttention": multiHead,
};
