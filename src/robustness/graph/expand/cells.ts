// One step of each recurrent layer. Order of gates: i, o, f, c (LSTM); z, r, h (GRU).
import type { Activate } from "./activation.ts";
import type { Site } from "./site.ts";

interface CellWeights {
  /** [hidden, gates · hidden]. */
  readonly recurrence: string;
  readonly inputBias: string | undefined;
  readonly stateBias: string | undefined;
  readonly hidden: number;
  readonly activations: readonly Activate[];
  readonly direction: number;
}

interface CellStep {
  /** What is added to the projection of all steps at once. */
  readonly bias: string | undefined;
  /** From the projection [batch, gates · hidden] and the states to the next states, the hidden one first. */
  readonly run: (projected: string, states: readonly string[]) => readonly string[];
}

export interface Cell {
  readonly gates: number;
  readonly activations: readonly string[];
  /** Inputs that hold the states at the start. */
  readonly states: readonly number[];
  readonly prepare: (site: Site, weights: CellWeights) => CellStep;
}

/** Keeps what goes into an activation within ± the attribute `clip`. */
function clipper(site: Site): Activate {
  if (!site.node.attributes.has("clip")) return (name) => name;
  const limit = site.float("clip");
  return (name) => site.write("Clip", [name, site.floats([-limit]), site.floats([limit])]);
}

function splitter(site: Site, sizes: readonly number[], axis: number) {
  const parts = site.ints(sizes);
  return (name: string): readonly string[] =>
    site.writeAll("Split", [name, parts], { attributes: { axis }, outputs: sizes.length });
}

const bothBiases = (site: Site, { inputBias, stateBias }: CellWeights): string | undefined =>
  inputBias === undefined ? undefined : site.write("Add", [inputBias, stateBias]);

const lstm: Cell = {
  gates: 4,
  activations: ["Sigmoid", "Tanh", "Tanh"],
  states: [5, 6],
  prepare(site, weights) {
    const { recurrence, hidden, direction } = weights;
    const [f, g, h] = weights.activations as readonly [Activate, Activate, Activate];
    const split = splitter(site, [hidden, hidden, hidden, hidden], 1);
    const clip = clipper(site);
    const peephole = site.input(7);
    const peepholes =
      peephole === undefined
        ? []
        : splitter(
            site,
            [hidden, hidden, hidden],
            0,
          )(
            site.write("Gather", [peephole, site.ints([direction], [])], {
              attributes: { axis: 0 },
            }),
          );
    const peek = (gate: string, cell: string, weight: string | undefined): string =>
      weight === undefined ? gate : site.write("Add", [gate, site.write("Mul", [weight, cell])]);
    const isCoupled = site.int("input_forget", 0) !== 0;
    return {
      bias: bothBiases(site, weights),
      run(projected, [last = "", cell = ""]) {
        const all = site.write("Add", [projected, site.write("MatMul", [last, recurrence])]);
        const [i = "", o = "", forget = "", c = ""] = split(all);
        const input = f(clip(peek(i, cell, peepholes[0])));
        const kept = isCoupled
          ? site.write("Sub", [site.floats([1]), input])
          : f(clip(peek(forget, cell, peepholes[2])));
        const fresh = site.write("Mul", [input, g(clip(c))]);
        const next = site.write("Add", [site.write("Mul", [kept, cell]), fresh]);
        const output = f(clip(peek(o, next, peepholes[1])));
        return [site.write("Mul", [output, h(next)]), next];
      },
    };
  },
};

const gru: Cell = {
  gates: 3,
  activations: ["Sigmoid", "Tanh"],
  states: [5],
  prepare(site, weights) {
    const { recurrence, hidden, inputBias, stateBias } = weights;
    const [f, g] = weights.activations as readonly [Activate, Activate];
    const clip = clipper(site);
    const isLinearFirst = site.int("linear_before_reset", 0) !== 0;
    const split = splitter(site, [hidden, hidden, hidden], 1);
    const [gateRecurrence = "", stateRecurrence = ""] = splitter(
      site,
      [2 * hidden, hidden],
      1,
    )(recurrence);
    const pair = splitter(site, [hidden, hidden], 1);
    const mix = (zed: string, candidate: string, last: string): readonly string[] => {
      const gap = site.write("Sub", [last, candidate]);
      return [site.write("Add", [candidate, site.write("Mul", [zed, gap])])];
    };
    return {
      // The state's bias of the candidate is inside the reset where the product comes before it.
      bias: isLinearFirst ? inputBias : bothBiases(site, weights),
      run(projected, [last = ""]) {
        const [x, y, candidate = ""] = split(projected);
        if (isLinearFirst) {
          const product = site.write("MatMul", [last, recurrence]);
          const [u, v, w = ""] = split(
            stateBias === undefined ? product : site.write("Add", [product, stateBias]),
          );
          const zed = f(clip(site.write("Add", [x, u])));
          const reset = f(clip(site.write("Add", [y, v])));
          const mixed = site.write("Add", [candidate, site.write("Mul", [reset, w])]);
          return mix(zed, g(clip(mixed)), last);
        }
        const [u, v] = pair(site.write("MatMul", [last, gateRecurrence]));
        const zed = f(clip(site.write("Add", [x, u])));
        const reset = f(clip(site.write("Add", [y, v])));
        const product = site.write("MatMul", [site.write("Mul", [reset, last]), stateRecurrence]);
        return mix(zed, g(clip(site.write("Add", [candidate, product]))), last);
      },
    };
  },
};

const rnn: Cell = {
  gates: 1,
  activations: ["Tanh"],
  states: [5],
  prepare(site, weights) {
    const [f] = weights.activations as readonly [Activate];
    const clip = clipper(site);
    return {
      bias: bothBiases(site, weights),
      run: (projected, [last = ""]) => [
        f(clip(site.write("Add", [projected, site.write("MatMul", [last, weights.recurrence])]))),
      ],
    };
  },
};

export const cells = { lstm, gru, rnn };
