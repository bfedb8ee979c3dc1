// Graphs of bounds, made once for a model and run for each input.
import type { OnnxModel } from "../../formats/onnx/model.ts";
import { sizeOf } from "../batch.ts";
import { emission } from "../graph/emit.ts";
import type { Fact } from "../graph/inference.ts";
import { prepare } from "../graph/prepare.ts";
import { openSession, type RuntimeTensor, type Session } from "../graph/runtime.ts";
import { opset } from "../graph/rule.ts";
import type { Settled } from "../graph/settle.ts";
import { intervals } from "./interval.ts";
import { bendOf, lowerBound, type Bend, type Lines } from "./linear.ts";

/** A model of today's operators, and which of its values are meant. */
export interface Network {
  readonly model: OnnxModel;
  readonly input: string;
  readonly output: string;
  /** Axes of one input, without N. */
  readonly inputShape: readonly number[];
}

export interface Bounds {
  readonly lower: Float32Array;
  readonly upper: Float32Array;
}

export function floatTensor(data: Float32Array, dims: readonly number[]): RuntimeTensor {
  return { type: "float32", data, dims };
}

async function settled(network: Network, batch: number): Promise<Settled> {
  const fact: Fact = { type: "float32", shape: [batch, ...network.inputShape] };
  return prepare(network.model, {
    inputs: new Map([[network.input, fact]]),
    outputs: [network.output],
  });
}

interface Wanted {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly appended: ReturnType<ReturnType<typeof emission>["needed"]>;
  readonly graph: Settled;
}

async function sessionOf({ facts, inputs, outputs, appended, graph }: Wanted): Promise<Session> {
  const nodes = [...graph.nodes, ...appended.nodes];
  const initializers = new Map(appended.initializers);
  const uses = new Set(nodes.flatMap((node) => node.inputs));
  for (const [name, { constant }] of graph.facts)
    if (constant !== undefined && uses.has(name)) initializers.set(name, constant);
  // Nodes of the model that no bound needs are left out, as are those that need the input itself.
  const needed = new Set(outputs);
  const kept = nodes.toReversed().filter((node) => {
    if (!node.outputs.some((name) => needed.has(name))) return false;
    for (const name of node.inputs) needed.add(name);
    return true;
  });
  const valueOf = (name: string) => {
    const { type, shape } = facts.get(name)!;
    return { name, type, shape };
  };
  return openSession({
    irVersion: 10,
    opsets: new Map([["", opset]]),
    producer: undefined,
    functions: [],
    metadata: new Map(),
    graph: {
      name: "bounds",
      nodes: kept.toReversed(),
      initializers: new Map([...initializers].filter(([name]) => needed.has(name))),
      inputs: inputs.filter((name) => needed.has(name)).map(valueOf),
      outputs: outputs.map(valueOf),
      values: new Map(),
    },
  });
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
  const graph = await settled(network, 1);
  const shape = [1, ...network.inputShape];
  const facts = new Map(graph.facts);
  const [lower, upper] = ["certify/lower", "certify/upper"];
  for (const name of [lower, upper]) facts.set(name, { type: "float32", shape });
  const emitted = emission(facts, { prefix: "certify" });
  const output = graph.outputs.get(network.output)!;
  const between = intervals(graph.nodes, emitted.emit, { name: network.input, lower, upper });
  const bends = graph.nodes
    .flatMap((node) => bendOf(node) ?? [])
    .filter(({ input }) => between.has(input));
  const wanted = [...bends.map(({ input }) => input), output].map((name) => between.get(name)!);
  const names = [...new Set(wanted.flatMap((each) => [each.lower, each.upper]))];
  // A bound that is the input's own needs no graph.
  const outputs = names.filter((name) => name !== lower && name !== upper);
  const session = await sessionOf({
    facts: emitted.facts,
    inputs: [lower, upper],
    outputs,
    appended: emitted.needed(outputs),
    graph,
  });
  return {
    bends,
    run: async (box) => {
      const found = await session.run({
        [lower]: floatTensor(box.lower, shape),
        [upper]: floatTensor(box.upper, shape),
      });
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
  const graph = await settled(network, batch);
  const facts = new Map(graph.facts);
  const bends = graph.nodes
    .flatMap((node) => bendOf(node) ?? [])
    .filter(({ input }) => facts.get(input)?.constant === undefined);
  const value = bend === undefined ? graph.outputs.get(network.output)! : bends[bend]!.input;
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
    nodes: graph.nodes,
    emit: emitted.emit,
    input: network.input,
    target: { value, weights },
    lines,
  });
  const outputs = [bound.coefficients, bound.constant];
  const inputs = [
    weights,
    ...fields.flatMap((own, at) => own.map((field) => `certify/${at}/${field}`)),
  ];
  const appended = emitted.needed(outputs);
  const session = await sessionOf({ facts: emitted.facts, inputs, outputs, appended, graph });
  const used = new Set(appended.nodes.flatMap((node) => node.inputs));
  return {
    size: sizeOf(shape.slice(1)),
    batch,
    run: async (given, values) => {
      const feeds: Record<string, RuntimeTensor> = { [weights]: floatTensor(given, shape) };
      for (const [at, own] of fields.entries())
        for (const field of own) {
          const name = `certify/${at}/${field}`;
          if (used.has(name))
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
