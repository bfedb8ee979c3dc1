// Finds out everything about a model that does not depend on what it is given: for one batch size the shape of every
// value, and the value itself where it is constant. What is left are the nodes that the input goes through.
import { PaviseError } from "../../core/errors.ts";
import type { GraphNode, OnnxModel } from "../../formats/onnx/model.ts";
import { byteLength } from "../../formats/onnx/read-tensor.ts";
import { keyOf } from "./attributes.ts";
import { compute } from "./compute.ts";
import { runAlone, usedBy } from "./evaluate.ts";
import { renamedAttributes } from "./expand/inline.ts";
import { infer, isInferable } from "./infer.ts";
import { Unknown, type Fact } from "./inference.ts";
import { resolveMarkers } from "./markers.ts";
import { sameAs } from "./same.ts";
import { inOrder } from "./order.ts";

/** A graph of which everything is known. */
export interface Settled {
  /** Nodes that depend on the input, in an order in which they can run. */
  readonly nodes: readonly GraphNode[];
  /** What is known of each value; of values without an entry nothing is. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** The value that each output of the graph is. */
  readonly outputs: ReadonlyMap<string, string>;
  /** Why values are not known, by the first node that gives one. */
  readonly unknown: readonly { readonly node: GraphNode; readonly why: string }[];
}

export interface SettleOptions {
  /** Facts of the inputs: exact shapes, and values of those that are fixed. */
  readonly inputs: ReadonlyMap<string, Fact>;
}

/** Operators whose values are not the same each time, or whose shapes depend on numbers. */
const random = /^(?:Random|Bernoulli$|Multinomial$)/;
const numeric: ReadonlySet<string> = new Set([
  "NonZero",
  "Unique",
  "Compress",
  "NonMaxSuppression",
  "StringSplit",
]);
/** Bytes that a constant may have more than what it is made of; larger ones are made when the model runs. */
const maxGrowth = 64 * 2 ** 20;

const isFloat = (type: string): boolean => /float/.test(type);

/** Settles a model whose nodes are of today's operators. Total for models that were read without problems. */
export async function settle(model: OnnxModel, { inputs }: SettleOptions): Promise<Settled> {
  const { graph, opsets } = model;
  const facts = new Map<string, Fact>(inputs);
  for (const [name, constant] of graph.initializers)
    facts.set(name, { type: constant.type, shape: constant.dims, constant });
  const aliases = new Map<string, string>();
  const nodes: GraphNode[] = [];
  const unknown: { node: GraphNode; why: string }[] = [];
  const irVersion = Math.max(model.irVersion, 10);

  const actual = (name: string): string => aliases.get(name) ?? name;
  const alone = async (node: GraphNode): Promise<readonly Fact[]> =>
    runAlone({ node, facts, opsets, irVersion });

  /** Facts of a node that is not constant. */
  async function shapesOf(
    node: GraphNode,
    given: readonly (Fact | undefined)[],
  ): Promise<readonly Fact[]> {
    try {
      return infer(node, given);
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
      const others = given.every(
        (fact) => fact === undefined || isFloat(fact.type) || fact.constant !== undefined,
      );
      // A shape that depends on numbers which are not known is not what zeros give.
      if (numeric.has(node.operator) || (isInferable(node) && !others)) throw error;
      return alone(node);
    }
  }

  async function constantsOf(
    node: GraphNode,
    given: readonly (Fact | undefined)[],
  ): Promise<readonly Fact[]> {
    let shapes: readonly Fact[] | undefined;
    try {
      shapes = infer(node, given);
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
    }
    if (shapes !== undefined) {
      if (shapes[0]?.constant !== undefined) return shapes;
      const made = shapes.reduce(
        (sum, { type, shape }) => sum + byteLength({ type, dims: shape }),
        0,
      );
      const from = given.reduce(
        (sum, fact) => sum + (fact ? byteLength({ type: fact.type, dims: fact.shape }) : 0),
        0,
      );
      if (made > from + maxGrowth) return shapes;
      const constant = compute(node, given, shapes.slice(0, node.outputs.length));
      if (constant !== undefined) return [{ ...shapes[0]!, constant }];
    }
    return alone(node);
  }

  async function take(original: GraphNode): Promise<void> {
    const renamed = {
      ...original,
      inputs: original.inputs.map(actual),
      attributes: renamedAttributes(original, aliases),
    };
    const used = usedBy(renamed);
    const missing = used.find((name) => !facts.has(name));
    if (missing !== undefined) {
      nodes.push(renamed);
      return;
    }
    const given = renamed.inputs.map((name) => facts.get(name));
    const { node, before } = resolveMarkers(renamed, given[0]);
    if (before.length > 0) {
      for (const each of [...before, node]) await take(each);
      return;
    }
    const same = sameAs(node, given);
    if (same !== undefined) {
      aliases.set(node.outputs[0]!, actual(same));
      return;
    }
    const isConstant = used.every((name) => facts.get(name)?.constant !== undefined);
    const folds = isConstant && !random.test(node.operator);
    const found = folds ? await constantsOf(node, given) : await shapesOf(node, given);
    for (const [index, name] of node.outputs.entries())
      if (name !== "" && found[index] !== undefined && found[index].type !== "undefined")
        facts.set(name, found[index]);
    if (!found.every((fact, index) => fact.constant !== undefined || !node.outputs[index]))
      nodes.push(node);
  }

  for (const node of inOrder(graph)) {
    try {
      await take(node);
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
      unknown.push({ node, why: error.message });
      nodes.push({ ...node, inputs: node.inputs.map(actual) });
    }
  }
  const outputs = new Map(graph.outputs.map(({ name }) => [name, actual(name)]));
  return { nodes, facts, outputs, unknown };
}

/** The error for what could not be settled; undefined where all is known. */
export function unsettled({ unknown }: Settled): PaviseError | undefined {
  const first = unknown[0];
  if (first === undefined) return undefined;
  const { node, why } = first;
  return new PaviseError(
    "model-unsupported",
    `the shape of what ${keyOf(node)} (node ${node.name || node.outputs[0]}) gives is not known: ${why}`,
    {
      hint: "Give the shape of the input where axes are open, choose an output before this node, or export the model with fixed sizes.",
    },
  );
}
