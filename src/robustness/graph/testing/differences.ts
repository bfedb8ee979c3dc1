// Gradients of a few nodes by our rules and by finite differences, both run by onnxruntime.
import * as ort from "onnxruntime-node";
import type { Graph, GraphNode, Tensor, Value } from "../../../formats/onnx/model.ts";
import { writeOnnxModel } from "../../../formats/onnx/write.ts";
import { sizeOf } from "../../batch.ts";
import { randomOf } from "../../random.ts";
import { differentiate } from "../differentiate.ts";
import { emission, type Emission } from "../emit.ts";
import { infer } from "../infer.ts";
import type { Fact } from "../inference.ts";
import { opset, type PlainAttribute } from "../rule.ts";
import { tensorOf } from "../tensors.ts";

/** Numbers in a shape. */
export interface Numbers {
  readonly dims: readonly number[];
  readonly data: ArrayLike<number>;
}

/** A few nodes; the output is the last node's first. */
export interface Case {
  readonly nodes: readonly GraphNode[];
  /** Values by name: floats. */
  readonly inputs: Readonly<Record<string, Numbers>>;
  readonly constants?: Readonly<Record<string, Tensor>>;
  /** The input by which is differentiated; the first otherwise. */
  readonly by?: string;
  readonly output?: string;
  /** What is known of all values, where the nodes were settled already. */
  readonly facts?: ReadonlyMap<string, Fact>;
}

/** A node, its attributes written plainly. */
export function nodeOf(
  operator: string,
  inputs: readonly string[],
  options: {
    readonly attributes?: Readonly<Record<string, PlainAttribute>>;
    readonly outputs?: readonly string[];
    readonly domain?: string;
  } = {},
): GraphNode {
  const { attributes = {}, outputs = ["y"], domain = "" } = options;
  // The emitter knows how attributes are written.
  const drafts = emission(new Map());
  const facts = outputs.map(() => ({ type: "float32" as const, shape: [] }));
  const [first] = drafts.emit.nodes("Constant", [], { attributes, facts, outputs: outputs.length });
  const made = drafts.needed([first!]).nodes[0]!.attributes;
  return { name: outputs[0] ?? "", operator, domain, inputs, outputs, attributes: made };
}

/** Floats of a seed, in a shape. */
export function randomNumbers(
  dims: readonly number[],
  seed = 1,
  range: readonly [number, number] = [-1, 1],
): Numbers {
  const random = randomOf(seed);
  const [least, most] = range;
  return {
    dims,
    data: Float32Array.from(
      { length: sizeOf(dims) },
      () => least + (most - least) * random.uniform(),
    ),
  };
}

function factsOf(given: Case): ReadonlyMap<string, Fact> {
  if (given.facts !== undefined) return given.facts;
  const facts = new Map<string, Fact>();
  for (const [name, { dims }] of Object.entries(given.inputs))
    facts.set(name, { type: "float32", shape: dims });
  for (const [name, constant] of Object.entries(given.constants ?? {}))
    facts.set(name, { type: constant.type, shape: constant.dims, constant });
  for (const node of given.nodes) {
    const made = infer(
      node,
      node.inputs.map((name) => (name === "" ? undefined : facts.get(name))),
    );
    for (const [index, name] of node.outputs.entries())
      if (name !== "") facts.set(name, made[index]!);
  }
  return facts;
}

async function session(graph: Graph): Promise<ort.InferenceSession> {
  const model = {
    irVersion: 10,
    opsets: new Map([
      ["", opset],
      ["com.microsoft", 1],
    ]),
    producer: "pavise",
    graph,
    functions: [],
    metadata: new Map<string, string>(),
  };
  return ort.InferenceSession.create(writeOnnxModel(model).bytes, { logSeverityLevel: 3 });
}

const outputOf = (given: Case): string => given.output ?? given.nodes.at(-1)!.outputs[0]!;
const byOf = (given: Case): string => given.by ?? Object.keys(given.inputs)[0]!;

function feedsOf(given: Case): Record<string, ort.Tensor> {
  return Object.fromEntries(
    Object.entries(given.inputs).map(([name, { dims, data }]) => [
      name,
      new ort.Tensor("float32", Float32Array.from(data), dims),
    ]),
  );
}

function valuesOf(given: Case): Value[] {
  return Object.entries(given.inputs).map(([name, { dims }]) => ({
    name,
    type: "float32",
    shape: dims,
  }));
}

const asValue = (name: string, { type, shape }: Fact): Value => ({ name, type, shape });

/** The output, what weighs it, and the gradient of the weighed sum at the input. */
export interface Followed {
  readonly output: Float32Array;
  readonly weights: Float32Array;
  readonly gradient: Float32Array;
  readonly emission: Emission;
}

/** The gradient by our rules. */
export async function followed(given: Case, seed = 7): Promise<Followed> {
  const facts = factsOf(given);
  const output = outputOf(given);
  const { shape } = facts.get(output)!;
  const weights = Float32Array.from(randomNumbers(shape, seed).data);
  const all = emission(facts);
  const start = all.emit.tensor(tensorOf("float32", shape, weights));
  const gradient = differentiate({
    nodes: given.nodes,
    emit: all.emit,
    input: byOf(given),
    seeds: [{ output, gradient: start }],
  });
  const { nodes, initializers } = all.needed([gradient]);
  const opened = await session({
    name: "back",
    nodes: [
      ...given.nodes,
      ...nodes,
      nodeOf("Identity", [gradient], { outputs: ["pavise-gradient"] }),
    ],
    initializers: new Map([...Object.entries(given.constants ?? {}), ...initializers]),
    inputs: valuesOf(given),
    outputs: [
      asValue(output, facts.get(output)!),
      asValue("pavise-gradient", all.facts.get(gradient)!),
    ],
    values: new Map(),
  });
  const found = await opened.run(feedsOf(given));
  const result = {
    output: found[output]!.data as Float32Array,
    weights,
    gradient: found["pavise-gradient"]!.data as Float32Array,
    emission: all,
  };
  await opened.release();
  return result;
}

/** The gradient by central differences of five points: 8 (f(h) − f(−h)) − (f(2h) − f(−2h)) over 12 h. */
export async function differences(
  given: Case,
  options: {
    readonly weights: Float32Array;
    readonly step?: number;
    /** Which elements are moved; all otherwise. What is not moved is NaN. */
    readonly elements?: readonly number[];
  },
): Promise<Float64Array> {
  const { weights, step = 0.02, elements } = options;
  const facts = factsOf(given);
  const output = outputOf(given);
  const opened = await session({
    name: "forward",
    nodes: given.nodes,
    initializers: new Map(Object.entries(given.constants ?? {})),
    inputs: valuesOf(given),
    outputs: [asValue(output, facts.get(output)!)],
    values: new Map(),
  });
  const by = byOf(given);
  const point = Float32Array.from(given.inputs[by]!.data);
  const feeds = feedsOf(given);
  const at = async (index: number, move: number): Promise<{ value: number; x: number }> => {
    const moved = point.slice();
    moved[index] = moved[index]! + move;
    const run = await opened.run({
      ...feeds,
      [by]: new ort.Tensor("float32", moved, given.inputs[by]!.dims),
    });
    const y = run[output]!.data as Float32Array;
    let sum = 0;
    for (let k = 0; k < y.length; k++) sum += y[k]! * weights[k]!;
    return { value: sum, x: moved[index] };
  };
  const gradient = new Float64Array(point.length).fill(NaN);
  for (const index of elements ?? point.keys()) {
    const [a, b, c, d] = [
      await at(index, 2 * step),
      await at(index, step),
      await at(index, -step),
      await at(index, -2 * step),
    ];
    const near = (b.value - c.value) / (b.x - c.x);
    const far = (a.value - d.value) / (a.x - d.x);
    gradient[index] = (4 * near - far) / 3;
  }
  await opened.release();
  return gradient;
}

/** ‖a − b‖ / ‖b‖, or ‖a − b‖ where b is nothing. */
export function relativeError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [off, all] = [0, 0];
  for (let k = 0; k < b.length; k++) {
    off += (a[k]! - b[k]!) ** 2;
    all += b[k]! ** 2;
  }
  return Math.sqrt(off / (all === 0 ? 1 : all));
}
