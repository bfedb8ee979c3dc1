// LSTM, GRU and RNN written out for the length that was probed: https://onnx.ai/onnx/operators/onnx__LSTM.html .
// Written out and not scanned backwards, as their gradients then follow from a dozen plain operators in every variant
// (peepholes, clipping, coupled gates, open lengths), and the projection of all steps stays one product.
import { activationOf, activationsOf, type Activate } from "./activation.ts";
import { cells, type Cell } from "./cells.ts";
import type { Expansion, Expansions, Site } from "./site.ts";

const maxSteps = 4096;

/** One direction of a layer. */
interface Pass {
  readonly cell: Cell;
  readonly direction: number;
  readonly isReverse: boolean;
  readonly activations: readonly Activate[];
}

interface Sizes {
  readonly steps: number;
  readonly batch: number;
  readonly hidden: number;
}

/** The part of a weight that belongs to one direction, without that axis. */
function partOf(site: Site, name: string, direction: number): string {
  return site.write("Gather", [name, site.ints([direction], [])], { attributes: { axis: 0 } });
}

/** Whether each item still has a step here, [batch, 1]; undefined where all have. */
function masksOf(site: Site, { steps, batch }: Sizes): readonly (string | undefined)[] {
  const lengths = site.input(4);
  const known = lengths === undefined ? [] : site.wholes(lengths);
  if (lengths === undefined || known?.every((length) => length >= steps) === true)
    return Array.from({ length: steps });
  const whole = site.write("Reshape", [
    site.write("Cast", [lengths], { attributes: { to: 7 } }),
    site.ints([batch, 1]),
  ]);
  return Array.from({ length: steps }, (_, at) => {
    if (known?.every((length) => length > at) === true) return undefined;
    return site.write("Less", [site.ints([at], []), whole]);
  });
}

interface Written {
  /** Hidden state of every step, in the order of time. */
  readonly rows: readonly string[];
  readonly state: readonly string[];
}

function initial(site: Site, at: number, pass: Pass & { readonly sizes: Sizes }): string {
  const given = site.input(at);
  const { batch, hidden } = pass.sizes;
  if (given !== undefined) return partOf(site, given, pass.direction);
  return site.write("Expand", [site.floats([0]), site.ints([batch, hidden])]);
}

function writePass(site: Site, x: string, pass: Pass & { readonly sizes: Sizes }): Written {
  const { cell, direction, sizes } = pass;
  const { steps, batch, hidden } = sizes;
  const gates = cell.gates * hidden;
  const turned = { attributes: { perm: [1, 0] } };
  const weights = site.write("Transpose", [partOf(site, site.needed(1), direction)], turned);
  const recurrence = site.write("Transpose", [partOf(site, site.needed(2), direction)], turned);
  const bias = site.input(3);
  const [inputBias, stateBias] =
    bias === undefined
      ? []
      : site.writeAll("Split", [partOf(site, bias, direction), site.ints([gates, gates])], {
          attributes: { axis: 0 },
          outputs: 2,
        });
  const step = cell.prepare(site, {
    recurrence,
    inputBias,
    stateBias,
    hidden,
    activations: pass.activations,
    direction,
  });
  const product = site.write("MatMul", [x, weights]);
  const projected = step.bias === undefined ? product : site.write("Add", [product, step.bias]);
  const parts =
    steps === 1
      ? [projected]
      : site.writeAll("Split", [projected, site.ints(Array.from({ length: steps }, () => 1))], {
          attributes: { axis: 0 },
          outputs: steps,
        });
  const flat = site.ints([batch, gates]);
  const masks = masksOf(site, sizes);
  let state: readonly string[] = cell.states.map((at) => initial(site, at, pass));
  const rows: string[] = Array.from({ length: steps }, () => "");
  for (let count = 0; count < steps; count++) {
    const at = pass.isReverse ? steps - 1 - count : count;
    const next = step.run(site.write("Reshape", [parts[at]!, flat]), state);
    const mask = masks[at];
    const old = state;
    state =
      mask === undefined
        ? next
        : next.map((name, index) => site.write("Where", [mask, name, old[index]!]));
    rows[at] =
      mask === undefined ? next[0]! : site.write("Where", [mask, next[0]!, site.floats([0])]);
  }
  return { rows, state };
}

/** Values [a, b, …] put together along a new first axis. */
function stacked(site: Site, names: readonly string[], axis: number): string {
  const rows = names.map((name) => site.write("Unsqueeze", [name, site.ints([axis])]));
  return rows.length === 1 ? rows[0]! : site.write("Concat", rows, { attributes: { axis } });
}

const turn = (site: Site, name: string, perm: readonly number[]): string =>
  site.write("Transpose", [name], { attributes: { perm } });

/** Layout 1 has the batch first; it is the same node between Transposes, and needs no shapes. */
function turned(site: Site): void {
  const { node } = site;
  const inputs = node.inputs.map((name, at) => {
    if (name === "" || (at !== 0 && at !== 5 && at !== 6)) return name;
    return turn(site, name, [1, 0, 2]);
  });
  // The seventh input of an LSTM is a state; none of the others has one.
  const outputs = node.outputs.map((name) => (name === "" ? "" : site.fresh(name)));
  const attributes = new Map(node.attributes);
  attributes.delete("layout");
  site.append({ ...node, inputs, outputs, attributes });
  for (const [at, name] of outputs.entries())
    if (name !== "") site.give(at, turn(site, name, at === 0 ? [2, 0, 1, 3] : [1, 0, 2]));
}

const written =
  (cell: Cell): Expansion =>
  (site) => {
    if (site.int("layout", 0) === 1) return turned(site);
    const x = site.needed(0);
    const [steps = 0, batch = 0] = site.shape(x);
    const hidden = site.shape(site.needed(2))[2]!;
    const direction = site.text("direction", "forward");
    const passes = direction === "bidirectional" ? 2 : 1;
    if (steps * passes > maxSteps)
      site.refuse(`it has ${steps} steps, and at most ${maxSteps / passes} are followed`);
    if (steps === 0) site.refuse("it has no steps");
    const specs = activationsOf(site, cell.activations, passes);
    const results = Array.from({ length: passes }, (_, at) =>
      writePass(site, x, {
        cell,
        direction: at,
        isReverse: direction === "reverse" || at === 1,
        activations: specs[at]!.map((spec) => activationOf(site, spec)),
        sizes: { steps, batch, hidden },
      }),
    );
    if (site.has(0)) {
      const rows = Array.from({ length: steps }, (_, at) =>
        stacked(
          site,
          results.map((result) => result.rows[at]!),
          0,
        ),
      );
      site.give(0, stacked(site, rows, 0));
    }
    for (const at of cell.states.keys())
      if (site.has(1 + at))
        site.give(
          1 + at,
          stacked(
            site,
            results.map((result) => result.state[at]!),
            0,
          ),
        );
  };

export const recurrentExpansions: Expansions = {
  LSTM: written(cells.lstm),
  GRU: written(cells.gru),
  RNN: written(cells.rnn),
};
