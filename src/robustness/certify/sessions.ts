// Graphs of bounds, made once for a model and run for each input.
import { sizeOf } from "../batch.ts";
import { graphModel } from "../graph/build.ts";
import type { OnnxClassifier, Plan } from "../graph/classifier.ts";
import { emission, type Emission } from "../graph/emit.ts";
import { usedBy } from "../graph/evaluate.ts";
import { dataInput } from "../graph/front.ts";
import { openSession, type RuntimeTensor, type Session } from "../graph/runtime.ts";
import { intervals } from "./interval.ts";
import { bendOf, lowerBound, type Bend, type Lines } from "./linear.ts";

/** A model whose graphs can be had: what `openModel` gives. */
export type Network = Pick<OnnxClassifier, "inputShape" | "plan">;

export interface Bounds {
  readonly lower: Float32Array;
  readonly upper: Float32Array;
}

export function floatTensor(data: Float32Array, dims: readonly number[]): RuntimeTensor {
  return { type: "float32", data, dims };
}

interface Wanted {
  readonly plan: Plan;
  readonly emitted: Emission;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** Runs what was appended to a graph. Inputs that nothing needs are left out. */
async function sessionOf({ plan, emitted, inputs, outputs }: Wanted): Promise<{
  readonly session: Session;
  readonly takes: ReadonlySet<string>;
}> {
  const { scored, opsets } = plan;
  const appended = emitted.needed(outputs);
  const parts = {
    nodes: [...scored.nodes, ...appended.nodes],
    facts: emitted.facts,
    initializers: new Map([...scored.initializers, ...appended.initializers]),
    outputs,
    opsets,
  };
  const takes = new Set(graphModel({ ...parts, inputs: [] }).graph.nodes.flatMap(usedBy));
  const model = graphModel({ ...parts, inputs: inputs.filter((name) => takes.has(name)) });
  return { session: await openSession(model), takes };
}

/** Bounds of every bend's input, and of the output, between two inputs. */
export interface IntervalSession {
  readonly bends: readonly Bend[];
  readonly run: (
    box: Bounds,
  ) => Promise<{ readonly bends: readonly Bounds[]; readonly output: Bounds }>;
  readonly release: () => Promise<void>;
}

export async function openIntervals(network: Network): Promise<IntervalSession> {
  const plan = await network.plan(1);
  const { nodes, scores } = plan.scored;
  const shape = [1, ...network.inputShape];
  const facts = new Map(plan.scored.facts);
  const [lower, upper] = ["certify/lower", "certify/upper"];
  for (const name of [lower, upper]) facts.set(name, { type: "float32", shape });
  const emitted = emission(facts, { prefix: "certify" });
  const between = intervals(nodes, emitted.emit, { name: dataInput, lower, upper });
  const bends = nodes
    .flatMap((node) => bendOf(node) ?? [])
    .filter(({ input }) => between.has(input));
  const wanted = [...bends.map(({ input }) => input), scores].map((name) => between.get(name)!);
  const names = [...new Set(wanted.flatMap((each) => [each.lower, each.upper]))];
  // A bound that is the input's own needs no graph.
  const outputs = names.filter((name) => name !== lower && name !== upper);
  const { session, takes } = await sessionOf({ plan, emitted, inputs: [lower, upper], outputs });
  return {
    bends,
    run: async (box) => {
      const feeds: Record<string, RuntimeTensor> = {};
      if (takes.has(lower)) feeds[lower] = floatTensor(box.lower, shape);
      if (takes.has(upper)) feeds[upper] = floatTensor(box.upper, shape);
      const found = await session.run(feeds);
      const read = (name: string): Float32Array => {
        if (name === lower) return box.lower;
        if (name === upper) return box.upper;
        return found[name]!.data as Float32Array;
      };
      const all = wanted.map((each) => ({ lower: read(each.lower), upper: read(each.upper) }));
      return { bends: all.slice(0, -1), output: all.at(-1)! };
    },
    release: () => session.release(),
  };
}

/** Arrays for the lines of a bend. */
export type LineValues = Readonly<Record<string, Float32Array>>;

/** Lower bounds of weighted sums of one value. */
export interface LinearSession {
  /** Elements of the value, without N. */
  readonly size: number;
  /** Sums that are bounded at once. */
  readonly batch: number;
  /** Coefficients of the input (batch × input) and what is added (batch). */
  readonly run: (
    weights: Float32Array,
    lines: readonly LineValues[],
  ) => Promise<{ readonly coefficients: Float32Array; readonly constant: Float32Array }>;
  readonly release: () => Promise<void>;
}

/** For the output where `bend` is left out, else for the input of the bend of this number, by those before it. */
export async function openLinear(
  network: Network,
  { batch, bend }: { readonly batch: number; readonly bend?: number },
): Promise<LinearSession> {
  const plan = await network.plan(batch);
  const { nodes, scores } = plan.scored;
  const facts = new Map(plan.scored.facts);
  const bends = nodes
    .flatMap((node) => bendOf(node) ?? [])
    .filter(({ input }) => facts.get(input)?.constant === undefined);
  const value = bend === undefined ? scores : bends[bend]!.input;
  const shape = facts.get(value)!.shape;
  const weights = "certify/weights";
  facts.set(weights, { type: "float32", shape });
  const held = bends.slice(0, bend);
  const fields = held.map(({ kind }) =>
    kind === "relu" ? ["slopeBelow", "slopeAbove", "offsetAbove"] : ["lower", "upper"],
  );
  const lines = new Map(
    held.map(({ node, kind, input }, at) => {
      const names = Object.fromEntries(
        fields[at]!.map((field) => [field, `certify/${at}/${field}`]),
      );
      for (const name of Object.values(names))
        facts.set(name, { type: "float32", shape: [1, ...facts.get(input)!.shape.slice(1)] });
      return [node, { kind, ...names } as Lines];
    }),
  );
  const emitted = emission(facts, { prefix: "certify" });
  const bound = lowerBound({
    nodes,
    emit: emitted.emit,
    input: dataInput,
    target: { value, weights },
    lines,
  });
  const outputs = [bound.coefficients, bound.constant];
  const inputs = [
    weights,
    ...fields.flatMap((own, at) => own.map((field) => `certify/${at}/${field}`)),
  ];
  const { session, takes } = await sessionOf({ plan, emitted, inputs, outputs });
  return {
    size: sizeOf(shape.slice(1)),
    batch,
    run: async (given, values) => {
      const feeds: Record<string, RuntimeTensor> = { [weights]: floatTensor(given, shape) };
      for (const [at, own] of fields.entries())
        for (const field of own) {
          const name = `certify/${at}/${field}`;
          if (takes.has(name))
            feeds[name] = floatTensor(values[at]![field]!, emitted.facts.get(name)!.shape);
        }
      const found = await session.run(feeds);
      return {
        coefficients: found[bound.coefficients]!.data as Float32Array,
        constant: found[bound.constant]!.data as Float32Array,
      };
    },
    release: () => session.release(),
  };
}
