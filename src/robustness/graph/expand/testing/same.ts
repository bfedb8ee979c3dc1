// Runs a graph before and after its expansion, and says how far the results are apart.
import { InferenceSession, Tensor as OrtTensor } from "onnxruntime-node";
import type {
  Attribute,
  ElementType,
  Graph,
  GraphNode,
  Tensor,
  Value,
} from "../../../../formats/onnx/model.ts";
import { writeOnnxModel } from "../../../../formats/onnx/write.ts";
import { randomOf } from "../../../random.ts";
import type { PlainAttribute } from "../../rule.ts";
import { tensorOf as makeTensor } from "../../tensors.ts";
import { expand } from "../expand.ts";
import { attributesOf } from "../site.ts";
import { namesUsed } from "../../emit.ts";
import type { Fact } from "../../inference.ts";

/** A number of each kind that a test needs. */
export interface Numbers {
  readonly type: ElementType;
  readonly dims: readonly number[];
  readonly values: readonly number[];
}

/** What a test says of a graph: inputs are fed, constants are initializers. */
export interface Spec {
  readonly nodes: readonly GraphNode[];
  readonly inputs: Readonly<Record<string, Numbers>>;
  readonly constants?: Readonly<Record<string, Numbers>>;
  readonly outputs: readonly string[];
  readonly opset?: number;
}

export const numbers = (
  type: ElementType,
  dims: readonly number[],
  values: readonly number[],
): Numbers => ({ type, dims, values });

/** Normal numbers of a shape, the same ones for a seed. */
export function noise(dims: readonly number[], seed: number, scale = 1): Numbers {
  const random = randomOf(seed);
  const count = dims.reduce((all, each) => all * each, 1);
  return {
    type: "float32",
    dims,
    values: Array.from({ length: count }, () => scale * random.gaussian()),
  };
}

/** A node; a name with a colon holds the domain. */
export function nodeOf(
  operator: string,
  [inputs, outputs]: readonly [readonly string[], readonly string[]],
  attributes: Readonly<Record<string, PlainAttribute | Attribute | undefined>> = {},
): GraphNode {
  const [domain, name] = operator.includes(":") ? operator.split(":") : ["", operator];
  return {
    name: `the ${name} of ${outputs[0]}`,
    operator: name!,
    domain: domain!,
    inputs,
    outputs,
    attributes: attributesOf({ attributes }),
  };
}

export function tensorOf({ type, dims, values }: Numbers): Tensor {
  return makeTensor(type, dims, values);
}

/** As the runtime takes them. */
function typed(type: ElementType, values: readonly number[]): Float32Array {
  const bytes = makeTensor(type, [values.length], values).bytes();
  const kinds = {
    int64: BigInt64Array,
    int32: Int32Array,
    int8: Int8Array,
    bool: Uint8Array,
    uint8: Uint8Array,
  };
  const Kind = kinds[type as keyof typeof kinds] ?? Float32Array;
  return new Kind(bytes.buffer as ArrayBuffer) as unknown as Float32Array;
}

function valueOf(name: string, { type, dims }: Numbers): Value {
  return { name, type, shape: dims };
}

export function graphOf({ nodes, inputs, constants = {}, outputs }: Spec): Graph {
  return {
    name: "graph",
    nodes,
    initializers: new Map(Object.entries(constants).map(([name, each]) => [name, tensorOf(each)])),
    inputs: Object.entries(inputs).map(([name, each]) => valueOf(name, each)),
    outputs: outputs.map((name) => ({ name, type: "undefined", shape: undefined })),
    values: new Map(),
  };
}

type Results = Readonly<Record<string, OrtTensor>>;

export interface Runner {
  run(inputs: Spec["inputs"]): Promise<Results>;
  close(): Promise<void>;
}

/** Loads a graph that gives the named values. */
export async function runnerOf(
  graph: Graph,
  spec: Spec,
  wanted: readonly string[] = spec.outputs,
): Promise<Runner> {
  const outputs = wanted.map((name): Value => ({ name, type: "undefined", shape: undefined }));
  const { bytes } = writeOnnxModel({
    irVersion: 10,
    opsets: new Map([
      ["", spec.opset ?? 21],
      ["com.microsoft", 1],
    ]),
    producer: "test",
    graph: { ...graph, outputs },
    functions: [],
    metadata: new Map(),
  });
  const session = await InferenceSession.create(bytes, { logSeverityLevel: 3 });
  return {
    run: async (inputs) => {
      const feeds: Record<string, OrtTensor> = {};
      for (const [name, { type, dims, values }] of Object.entries(inputs))
        if (session.inputNames.includes(name))
          feeds[name] = new OrtTensor(type as "float32", typed(type, values), dims);
      return await session.run(feeds);
    },
    close: async () => await session.release(),
  };
}

/** Runs a graph once, and gives back the named values. */
export async function runGraph(
  graph: Graph,
  spec: Spec,
  wanted: readonly string[] = spec.outputs,
): Promise<Results> {
  const runner = await runnerOf(graph, spec, wanted);
  try {
    return await runner.run(spec.inputs);
  } finally {
    await runner.close();
  }
}

/** What is known of every value; a value that no input reaches is a constant. */
export async function factsOf(graph: Graph, spec: Spec): Promise<ReadonlyMap<string, Fact>> {
  const facts = new Map<string, Fact>();
  for (const [name, { type, dims }] of Object.entries(spec.inputs))
    facts.set(name, { type, shape: dims });
  for (const [name, constant] of graph.initializers)
    facts.set(name, { type: constant.type, shape: constant.dims, constant });
  const names = graph.nodes.flatMap((node) => node.outputs.filter((name) => name !== ""));
  const results = await runGraph(graph, spec, names);
  for (const node of graph.nodes)
    for (const name of node.outputs) {
      if (name === "") continue;
      const { dims, data } = results[name]!;
      const type = results[name]!.type as ElementType;
      const isConstant = namesUsed(node).every((each) => facts.get(each)?.constant !== undefined);
      const constant = isConstant
        ? makeTensor(type, dims, Array.from(data as Float32Array, Number))
        : undefined;
      facts.set(name, { type, shape: dims, constant });
    }
  return facts;
}

/** Expands until nothing is left to expand, probing between. */
export async function expanded(spec: Spec): Promise<Graph> {
  // First what needs no shapes, which may not run as it is.
  const constants = Object.entries(spec.constants ?? {}).map(([name, each]): [string, Fact] => [
    name,
    { type: each.type, shape: each.dims, constant: tensorOf(each) },
  ]);
  let graph = expand(graphOf(spec), new Map(constants));
  for (let round = 0; round < 10; round++) {
    const next = expand(graph, await factsOf(graph, spec));
    if (next === graph) return graph;
    graph = next;
  }
  return graph;
}

/** The largest difference of any output, relative to its largest value where that is more than 1. */
export async function apart(spec: Spec): Promise<{ readonly gap: number; readonly graph: Graph }> {
  const graph = await expanded(spec);
  const [before, after] = [await runGraph(graphOf(spec), spec), await runGraph(graph, spec)];
  let gap = 0;
  for (const name of spec.outputs) {
    const [one, two] = [before[name]!, after[name]!];
    if (one.dims.join() !== two.dims.join())
      throw new Error(`${name}: [${one.dims.join()}] became [${two.dims.join()}]`);
    const scale =
      one.data.length === 0
        ? 1
        : Math.max(1, ...[...one.data].map((each) => Math.abs(Number(each))));
    for (let at = 0; at < one.data.length; at++) {
      const difference = Math.abs(Number(one.data[at]) - Number(two.data[at])) / scale;
      if (!(difference <= gap)) gap = difference;
    }
  }
  return { gap, graph };
}
