// What a model answers with: which value are its logits. A last softmax or sigmoid is taken off, as gradients through it
// vanish where the model is sure: the commonest cause of attacks that seem to fail (Carlini et al. 2019, arXiv 1902.06705).
import { PaviseError } from "../../core/errors.ts";
import type { GraphNode, Tensor } from "../../formats/onnx/model.ts";
import { sizeOf } from "../batch.ts";
import { intOf } from "./attributes.ts";
import { emission } from "./emit.ts";
import type { Fact } from "./inference.ts";
import type { Settled } from "./settle.ts";

/** A graph that ends in scores. */
export interface Scored {
  readonly nodes: readonly GraphNode[];
  readonly facts: ReadonlyMap<string, Fact>;
  /** Constants that only this end needs. */
  readonly initializers: ReadonlyMap<string, Tensor>;
  /** [N, classes], or [N] of class numbers where `isLabels`. */
  readonly scores: string;
  readonly classes: number;
  readonly isLabels: boolean;
  readonly stripped: "softmax" | "log-softmax" | "sigmoid" | undefined;
  /** Whether what gives the scores can only be logits: a product, a convolution. */
  readonly isSurelyLogits: boolean;
  readonly notes: readonly string[];
}

/** Operators that only write the same numbers in another shape or precision. */
const passing: ReadonlySet<string> = new Set([
  "Reshape",
  "Flatten",
  "Squeeze",
  "Unsqueeze",
  "Cast",
  "Transpose",
  "Identity",
]);
const linear: ReadonlySet<string> = new Set([
  "Gemm",
  "MatMul",
  "Conv",
  "Add",
  "BatchNormalization",
]);
const ends = { Softmax: "softmax", LogSoftmax: "log-softmax", Sigmoid: "sigmoid" } as const;

function makersOf(nodes: readonly GraphNode[]): ReadonlyMap<string, GraphNode> {
  return new Map(nodes.flatMap((node) => node.outputs.map((name) => [name, node] as const)));
}

/** Whether a softmax is over what the answer's classes are: all else but the batch has length 1. */
function isOverClasses(node: GraphNode, { shape }: Fact): boolean {
  if (node.operator === "Sigmoid") return true;
  const said = intOf(node, "axis", -1);
  const axis = said < 0 ? said + shape.length : said;
  return (
    shape.every((length, index) => index === 0 || index === axis || length === 1) && axis !== 0
  );
}

/** The node that ends the model, through what only reshapes. */
function lastOf(settled: Pick<Settled, "nodes" | "facts">, output: string): GraphNode | undefined {
  const makers = makersOf(settled.nodes);
  for (let name = output; ;) {
    const node = makers.get(name);
    if (node === undefined || node.domain !== "" || !passing.has(node.operator)) return node;
    const [from, to] = [settled.facts.get(node.inputs[0]!), settled.facts.get(name)];
    if (from?.shape[0] !== to?.shape[0] || !/float/.test(from?.type ?? "")) return node;
    name = node.inputs[0]!;
  }
}

/** Renames a value in what uses it. */
function replaced(nodes: readonly GraphNode[], from: string, to: string): readonly GraphNode[] {
  return nodes.map((node) =>
    node.inputs.includes(from)
      ? { ...node, inputs: node.inputs.map((name) => (name === from ? to : name)) }
      : node,
  );
}

function unfit(shape: readonly number[], batch: number): PaviseError {
  return new PaviseError(
    "model-unsupported",
    `the model answers with [${shape.join(", ")}] for ${batch} inputs: that is not one row of classes for each`,
    { hint: "Name an output that is [N, classes] with `output`." },
  );
}

/** Finds the scores of a settled model. Errors: `model-unsupported` where the output is not one row for each item. */
export function scoresOf(settled: Settled, output: string, batch: number): Scored {
  let value = settled.outputs.get(output)!;
  let { nodes } = settled;
  const notes: string[] = [];
  const fact = settled.facts.get(value)!;
  if (!/float/.test(fact.type)) {
    if (sizeOf(fact.shape) !== batch || !/int|bool/.test(fact.type)) throw unfit(fact.shape, batch);
    return {
      nodes,
      facts: settled.facts,
      initializers: new Map(),
      scores: value,
      classes: 0,
      isLabels: true,
      stripped: undefined,
      isSurelyLogits: false,
      notes,
    };
  }
  const last = lastOf(settled, value);
  const end = last?.domain === "" ? ends[last.operator as keyof typeof ends] : undefined;
  let stripped: Scored["stripped"];
  if (
    last !== undefined &&
    end !== undefined &&
    isOverClasses(last, settled.facts.get(last.outputs[0]!)!)
  ) {
    const [from, to] = [last.outputs[0]!, last.inputs[0]!];
    nodes = replaced(
      nodes.filter((node) => node !== last),
      from,
      to,
    );
    if (value === from) value = to;
    stripped = end;
  }
  const maker = lastOf({ nodes, facts: settled.facts }, value);
  const isSurelyLogits =
    stripped !== undefined || (maker !== undefined && linear.has(maker.operator));
  const tail = emission(settled.facts, { prefix: "pavise/scores" });
  const { shape } = settled.facts.get(value)!;
  const size = sizeOf(shape) / batch;
  if (shape[0] !== batch && !(batch === 1 && shape.length <= 1)) throw unfit(shape, batch);
  const long = shape.slice(1).filter((length) => length !== 1);
  if (long.length > 1 || sizeOf(shape) === 0) throw unfit(shape, batch);
  let scores = tail.emit.reshape(value, [batch, size]);
  if (tail.emit.type(scores) !== "float32")
    scores = tail.emit.node("Cast", [scores], { attributes: { to: 1 } });
  if (size === 1) {
    if (stripped === undefined)
      notes.push("the model gives one number: it is taken for the logit of class 1");
    const zeros = tail.emit.floats(new Float32Array(batch), [batch, 1]);
    scores = tail.emit.node("Concat", [zeros, scores], { attributes: { axis: 1 } });
  }
  const more = tail.needed([scores]);
  return {
    nodes: [...nodes, ...more.nodes],
    facts: tail.facts,
    initializers: more.initializers,
    scores,
    classes: Math.max(size, 2),
    isLabels: false,
    stripped,
    isSurelyLogits,
    notes,
  };
}
