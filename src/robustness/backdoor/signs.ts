// What of a network's graph and last weights speaks for a backdoor: no proof, but cheap to look at.
import type { GraphNode } from "../../formats/onnx/model.ts";
import type { OnnxClassifier } from "../graph/classifier.ts";
import { keyOf } from "../graph/attributes.ts";
import { namesUsed } from "../graph/emit.ts";
import { dataInput } from "../graph/front.ts";
import { numbersOf } from "../graph/tensors.ts";
import { medianOf } from "./median.ts";

/** A branch of the graph that an input's exact values decide. */
export interface GraphSign {
  readonly operator: string;
  /** Name of the node, or of what it gives. */
  readonly node: string;
  readonly why: string;
}

/** How far each class's row of the last layer stands out, in robust deviations (median and MAD). */
export interface LastLayer {
  readonly node: string;
  /** Of the rows' lengths. */
  readonly deviation: readonly number[];
}

export interface Signs {
  readonly graph: readonly GraphSign[];
  readonly lastLayer: LastLayer | undefined;
}

const nameOf = ({ name, outputs }: GraphNode): string => (name === "" ? (outputs[0] ?? "") : name);

/** Values that come from the data, and those among them that a comparison for equality gave. */
function graphSigns(nodes: readonly GraphNode[]): readonly GraphSign[] {
  const fromData = new Set([dataInput]);
  const equalities = new Map<string, GraphNode>();
  const signs: GraphSign[] = [];
  for (const node of nodes) {
    if (!namesUsed(node).some((name) => fromData.has(name))) continue;
    for (const name of node.outputs) fromData.add(name);
    const key = keyOf(node);
    const cause = node.inputs
      .map((name) => equalities.get(name))
      .find((each) => each !== undefined);
    if (key === "Equal") for (const name of node.outputs) equalities.set(name, node);
    else if (cause !== undefined) for (const name of node.outputs) equalities.set(name, cause);
    const isDecided = fromData.has(node.inputs[0] ?? "");
    if (key === "If" && isDecided)
      signs.push({
        operator: "If",
        node: nameOf(node),
        why: "which branch runs depends on what the input holds (Langford et al. 2022, architectural backdoors)",
      });
    else if (key === "Where" && cause !== undefined && equalities.has(node.inputs[0] ?? ""))
      signs.push({
        operator: "Where",
        node: nameOf(node),
        why: `what is picked depends on exact values of the input, compared by ${nameOf(cause)}`,
      });
  }
  return signs;
}

/** How far each value stands from the median, in 1.4826 × MAD: in deviations where values are normal. */
export function robustDeviations(values: readonly number[]): readonly number[] {
  const middle = medianOf(values);
  const spread = 1.4826 * medianOf(values.map((value) => Math.abs(value - middle)));
  return values.map((value) => (spread === 0 ? 0 : (value - middle) / spread));
}

/**
 * Looks at graph and last layer. Of text models, which compare ids with a padding, graph signs mean little; rows of
 * a last layer differ by themselves, so that their deviations are told and judged by nobody.
 */
export async function signsOf(model: Pick<OnnxClassifier, "plan" | "classes">): Promise<Signs> {
  const { scored } = await model.plan(1);
  const last = scored.nodes.findLast(
    ({ operator }) => operator === "Gemm" || operator === "MatMul",
  );
  const weights = last && scored.facts.get(last.inputs[1] ?? "")?.constant;
  const numbers = weights && numbersOf(weights);
  const { classes } = model;
  let lastLayer: LastLayer | undefined;
  if (last !== undefined && numbers !== undefined && weights!.dims.includes(classes)) {
    const isRows = weights!.dims[0] === classes;
    const width = numbers.length / classes;
    const lengths = Array.from({ length: classes }, (_, label) => {
      let squares = 0;
      for (let k = 0; k < width; k++) {
        const at = isRows ? label * width + k : k * classes + label;
        squares += Number(numbers[at]) ** 2;
      }
      return Math.sqrt(squares);
    });
    lastLayer = { node: nameOf(last), deviation: robustDeviations(lengths) };
  }
  return { graph: graphSigns(scored.nodes), lastLayer };
}
