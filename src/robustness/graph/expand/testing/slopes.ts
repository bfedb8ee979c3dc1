// Compares the backward pass that was written with differences of the forward pass.
import type { Graph } from "../../../../formats/onnx/model.ts";
import { differentiate } from "../../differentiate.ts";
import { emission } from "../../emit.ts";
import { randomOf } from "../../../random.ts";
import { expanded, factsOf, graphOf, runGraph, runnerOf, type Numbers, type Spec } from "./same.ts";

export interface Slopes {
  /** Largest difference of a coordinate, relative to the largest gradient. */
  readonly gap: number;
  readonly gradient: readonly number[];
  readonly operators: readonly string[];
}

interface SlopeOptions {
  readonly by?: string;
  readonly step?: number;
  readonly coordinates?: number;
}

/** The backward pass of a sum of the outputs, weighed at random, appended to the graph. */
export async function gradientOf(
  spec: Spec,
  by: string,
  weights: ReadonlyMap<string, readonly number[]>,
) {
  const graph = await expanded(spec);
  const facts = await factsOf(graph, spec);
  const emitted = emission(facts);
  const { emit } = emitted;
  const seeds = spec.outputs.map((output) => ({
    output,
    gradient: emit.floats(weights.get(output)!, emit.shape(output)),
  }));
  const gradient = differentiate({ nodes: graph.nodes, emit, input: by, seeds });
  const { nodes, initializers } = emitted.needed([gradient]);
  const whole: Graph = {
    ...graph,
    nodes: [...graph.nodes, ...nodes],
    initializers: new Map([...graph.initializers, ...initializers]),
  };
  const results = await runGraph(whole, spec, [gradient]);
  return {
    gradient: Array.from(results[gradient]!.data as Float32Array),
    operators: nodes.map((node) => node.operator),
  };
}

/** The gradient by one input against central differences of the graph as it was given. */
export async function slopes(spec: Spec, options: SlopeOptions = {}): Promise<Slopes> {
  const { by = "x", step = 0.01, coordinates = 40 } = options;
  const random = randomOf(77);
  const before = await runGraph(graphOf(spec), spec);
  const weights = new Map(
    spec.outputs.map((name) => [
      name,
      Array.from({ length: before[name]!.data.length }, () => Math.fround(random.gaussian())),
    ]),
  );
  const { gradient, operators } = await gradientOf(spec, by, weights);
  const source = spec.inputs[by]!;
  const runner = await runnerOf(graphOf(spec), spec);
  const total = async (input: Numbers): Promise<number> => {
    const results = await runGraph(graphOf(spec), {
      ...spec,
      inputs: { ...spec.inputs, [by]: input },
    });
    let sum = 0;
    for (const [name, each] of weights)
      for (const [at, weight] of each.entries()) sum += weight * Number(results[name]!.data[at]);
    return sum;
  };
  const scale = Math.max(1e-3, ...gradient.map(Math.abs));
  const stride = Math.max(1, Math.floor(source.values.length / coordinates));
  let gap = 0;
  for (let at = 0; at < source.values.length; at += stride) {
    const value = source.values[at]!;
    const [up, down] = [Math.fround(value + step), Math.fround(value - step)];
    const difference =
      (await total({ ...source, values: source.values.with(at, up) })) -
      (await total({ ...source, values: source.values.with(at, down) }));
    const error = Math.abs(difference / (up - down) - gradient[at]!) / scale;
    if (!(error <= gap)) gap = error;
  }
  await runner.close();
  return { gap, gradient, operators };
}
