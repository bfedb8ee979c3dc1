// If, Loop and Scan, where what they do is known before the model runs: the branch taken, or the body as often as it runs.
import type { Graph } from "../../../formats/onnx/model.ts";
import { inlined } from "./inline.ts";
import type { Expansion, Expansions, Site } from "./site.ts";

/** Bodies that are written out at most; beyond that the graph is too large to be of use. */
const maxRounds = 4096;

/** The branch that is taken; where the input decides, both, and each output chosen by the condition. */
const choose: Expansion = (site) => {
  const condition = site.needed(0);
  const known = site.wholes(condition);
  if (known !== undefined) {
    const names = inlined(site, site.graph(known[0] === 0 ? "else_branch" : "then_branch"), []);
    for (const [at, name] of names.entries()) site.give(at, name);
    return;
  }
  const shapes = site.node.outputs.map((output) => (output === "" ? [] : site.shape(output)));
  const yes = inlined(site, site.graph("then_branch"), []);
  const no = inlined(site, site.graph("else_branch"), []);
  const flag = site.write("Reshape", [condition, site.ints([], [0])]);
  for (const [at, output] of site.node.outputs.entries()) {
    if (output === "") continue;
    // The shape is said again, so that branches of different sizes fail instead of being broadcast.
    const shape = site.ints(shapes[at]!);
    const [first, second] = [yes[at]!, no[at]!].map((name) => site.write("Reshape", [name, shape]));
    site.give(at, site.write("Where", [flag, first, second]));
  }
};

/** Whether a loop goes on is known where its condition is passed on, or is a constant. */
function goesOn(site: Site, body: Graph): boolean {
  const incoming = body.inputs[1]!.name;
  let name = body.outputs[0]!.name;
  for (let step = 0; step <= body.nodes.length; step++) {
    if (name === incoming) return true;
    const from = body.nodes.find((node) => node.outputs.includes(name));
    const constant = body.initializers.get(name) ?? site.facts.get(name)?.constant;
    if (constant !== undefined) return constant.bytes()[0] !== 0;
    const value = from?.operator === "Constant" ? from.attributes.get("value") : undefined;
    if (value?.kind === "tensor") return value.value.bytes()[0] !== 0;
    if (from?.operator !== "Identity" && from?.operator !== "Cast") break;
    name = from.inputs[0]!;
  }
  return site.refuse("whether it goes on depends on values that it computes");
}

/** Puts the results of every round one after another along a new axis. */
function stacked(site: Site, names: readonly string[], axis: number): string {
  const axes = site.ints([axis]);
  const rows = names.map((name) => site.write("Unsqueeze", [name, axes]));
  return rows.length === 1 ? rows[0]! : site.write("Concat", rows, { attributes: { axis } });
}

/** Rows of a loop that never runs: there are none, of the shape that was probed. */
function emptyLike(site: Site, output: number): string {
  return site.write("ConstantOfShape", [site.ints(site.shape(site.node.outputs[output]!))]);
}

const loop: Expansion = (site) => {
  const body = site.graph("body");
  const carried = site.node.inputs.length - 2;
  const known = (at: number): number | undefined => {
    const name = site.input(at);
    return name === undefined ? undefined : site.wholes(name)?.[0];
  };
  const trips = known(0) ?? site.refuse("how often it runs is not known beforehand");
  const start =
    known(1) ?? (site.input(1) ? site.refuse("whether it starts depends on the input") : 1);
  const onwards = goesOn(site, body);
  const rounds = start === 0 ? 0 : Math.max(0, onwards ? trips : Math.min(trips, 1));
  if (rounds > maxRounds)
    site.refuse(`it runs ${rounds} times, and at most ${maxRounds} are followed`);
  let state = site.node.inputs.slice(2);
  const rows: string[][] = [];
  const condition = site.tensor({ type: "bool", dims: [], bytes: () => Uint8Array.of(1) });
  for (let round = 0; round < rounds; round++) {
    const outputs = inlined(site, body, [site.ints([round], []), condition, ...state]);
    state = outputs.slice(1, 1 + carried);
    for (const [at, name] of outputs.slice(1 + carried).entries()) (rows[at] ??= []).push(name);
  }
  for (const [at, name] of state.entries()) site.give(at, name);
  for (let at = carried; at < site.node.outputs.length; at++) {
    if (!site.has(at)) continue;
    const row = rows[at - carried] ?? [];
    site.give(at, row.length > 0 ? stacked(site, row, 0) : emptyLike(site, at));
  }
};

/** https://onnx.ai/onnx/operators/onnx__Scan.html */
const scan: Expansion = (site) => {
  if (site.node.inputs.includes("")) site.refuse("it is written as in version 8, with lengths");
  const body = site.graph("body");
  const scanned = site.int("num_scan_inputs");
  const carried = site.node.inputs.length - scanned;
  const inputAxes = site.list("scan_input_axes");
  const inputDirections = site.list("scan_input_directions");
  const sources = site.node.inputs.slice(carried).map((name, at) => {
    const shape = site.shape(name);
    const axis = inputAxes[at] ?? 0;
    return {
      name,
      axis: axis < 0 ? axis + shape.length : axis,
      shape,
      reverse: inputDirections[at] === 1,
    };
  });
  const rounds = sources[0]!.shape[sources[0]!.axis]!;
  if (rounds > maxRounds)
    site.refuse(`it runs ${rounds} times, and at most ${maxRounds} are followed`);
  if (rounds === 0) site.refuse("it runs over nothing");
  let state = site.node.inputs.slice(0, carried);
  const rows: string[][] = [];
  for (let round = 0; round < rounds; round++) {
    const slices = sources.map(({ name, axis, reverse }) =>
      site.write("Gather", [name, site.ints([reverse ? rounds - 1 - round : round], [])], {
        attributes: { axis },
      }),
    );
    const outputs = inlined(site, body, [...state, ...slices]);
    state = outputs.slice(0, carried);
    for (const [at, name] of outputs.slice(carried).entries()) (rows[at] ??= []).push(name);
  }
  for (const [at, name] of state.entries()) site.give(at, name);
  const outputAxes = site.list("scan_output_axes");
  const outputDirections = site.list("scan_output_directions");
  for (const [at, names] of rows.entries()) {
    if (!site.has(carried + at)) continue;
    const axis = outputAxes[at] ?? 0;
    const rank = site.shape(site.node.outputs[carried + at]!).length;
    const ordered = outputDirections[at] === 1 ? names.toReversed() : names;
    site.give(carried + at, stacked(site, ordered, axis < 0 ? axis + rank : axis));
  }
};

export const controlExpansions: Expansions = { If: choose, Loop: loop, Scan: scan };
