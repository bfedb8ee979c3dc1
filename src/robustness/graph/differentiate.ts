// Appends the backward pass: reverse accumulation (Linnainmaa 1970), one rule an operator.
import { PaviseError } from "../../core/errors.ts";
import type { GraphNode } from "../../formats/onnx/model.ts";
import { floatOf, intOf, intsOf, keyOf, textOf } from "./attributes.ts";
import { isFloat, isSame, namesUsed } from "./emit.ts";
import { closedForm } from "./closed.ts";
import { gradientRules } from "./gradients/index.ts";
import type { Emitter, GradientRule, Gradients, Step } from "./rule.ts";
import { numbersOf } from "./tensors.ts";

/** What is differentiated: nodes in an order in which they can run, normalised and folded. */
export interface Differentiation {
  readonly nodes: readonly GraphNode[];
  /** Knows shapes, types and constants of every value of the nodes, for one batch size. */
  readonly emit: Emitter;
  /** The value by which is differentiated. */
  readonly input: string;
  /** Where gradients start: a value of the graph and the gradient that comes to it, of the same shape. */
  readonly seeds: readonly { readonly output: string; readonly gradient: string }[];
}

const hint =
  "Cut the model before this operator, or attack it as a black box, which needs no gradients: `--attack square`, `--attack hop-skip-jump`.";

function called({ operator, domain, name, outputs }: GraphNode): string {
  const full = domain === "" || domain === "ai.onnx" ? operator : `${domain}.${operator}`;
  return `${full} (node ${name === "" ? `that gives ${outputs[0] ?? "nothing"}` : name})`;
}

function refuse(node: GraphNode, why: string): never {
  throw new PaviseError("model-unsupported", `no gradient of ${called(node)}: ${why}`, { hint });
}

/** Values that depend on the input. */
function dependents(nodes: readonly GraphNode[], input: string): ReadonlySet<string> {
  const found = new Set([input]);
  for (const node of nodes)
    if (namesUsed(node).some((name) => found.has(name)))
      for (const name of node.outputs) if (name !== "") found.add(name);
  return found;
}

/** Operators that write real numbers as whole ones. */
const quantising =
  /^(?:com\.microsoft:)?(?:QuantizeLinear|DynamicQuantizeLinear|QLinear\w+|QGemm|ConvInteger|MatMulInteger)$/;
const whole: ReadonlySet<string> = new Set("int4 uint4 int8 uint8 int16 uint16 int32".split(" "));

/** Whole numbers that stand for real ones, and what only moves them: they have gradients, too. */
function quantised(nodes: readonly GraphNode[], emit: Emitter): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of nodes) {
    const isOne = quantising.test(keyOf(node)) || node.inputs.some((name) => found.has(name));
    for (const name of isOne ? node.outputs : [])
      if (name !== "" && whole.has(emit.type(name))) found.add(name);
  }
  return found;
}

/** Gradients that came to values so far, summed as they come so that none has to be kept. */
function accumulator(emit: Emitter) {
  const sums = new Map<string, string>();
  return {
    of: (name: string): string | undefined => sums.get(name),
    add: (name: string, gradient: string): void => {
      const before = sums.get(name);
      sums.set(name, before === undefined ? gradient : emit.node("Add", [before, gradient]));
    },
  };
}

/**
 * Appends the backward pass and gives the name of the gradient at the input, of its shape and type. Errors:
 * `model-unsupported` with operator and node where one on the way cannot be followed back, or where no gradient arrives.
 */
export function differentiate(wanted: Differentiation): string {
  const { nodes, emit, input, seeds } = wanted;
  const depends = dependents(nodes, input);
  const sums = accumulator(emit);
  const stepped = quantised(nodes, emit);
  const wants = (name: string | undefined): boolean =>
    name !== undefined && depends.has(name) && (isFloat(emit.type(name)) || stepped.has(name));

  function bring(node: GraphNode, name: string, gradient: string): void {
    if (!isSame(emit.shape(gradient), emit.shape(name)))
      throw new PaviseError(
        "internal",
        `the gradient of ${called(node)} has the shape [${emit.shape(gradient).join(", ")}] where [${emit.shape(name).join(", ")}] is wanted`,
      );
    sums.add(name, gradient);
  }

  const makers = new Map<string, GraphNode>();
  for (const node of nodes) for (const name of node.outputs) makers.set(name, node);
  const around = { emit, producer: (name: string): GraphNode | undefined => makers.get(name) };

  for (const { output, gradient } of seeds) if (depends.has(output)) sums.add(output, gradient);
  for (const node of nodes.toReversed()) {
    const arriving = node.outputs.map((name) => (name === "" ? undefined : sums.of(name)));
    if (arriving.every((gradient) => gradient === undefined)) continue;
    if (!namesUsed(node).some(wants)) continue;
    const known = closedForm(node, around);
    if (known !== undefined && wants(known.x)) {
      bring(node, known.x, known.back(arriving[0]!));
      continue;
    }
    const rule = ruleOf(node);
    const step = stepOf({
      node,
      emit,
      arriving,
      wants,
      bring: (name, gradient) => bring(node, name, gradient),
    });
    const gradients: Gradients = rule(step);
    for (const [index, name] of node.inputs.entries()) {
      const gradient = gradients[index];
      if (gradient !== undefined && wants(name)) bring(node, name, gradient);
    }
  }

  const found = sums.of(input);
  if (found !== undefined) return found;
  throw new PaviseError("model-unsupported", `no gradient comes back to the input ${input}`, {
    hint: "What the model gives does not depend on it smoothly: rounding, comparing and picking have no gradient. Attack it as a black box: `--attack square`, `--attack hop-skip-jump`.",
  });
}

/** The rule of one node, applied to what arrives at its outputs. Errors: as `differentiate`. */
export function gradientsOf(given: {
  readonly node: GraphNode;
  readonly emit: Emitter;
  readonly arriving: readonly (string | undefined)[];
  readonly wants: (name: string | undefined) => boolean;
}): Gradients {
  const rule = ruleOf(given.node);
  return rule(
    stepOf({ ...given, bring: () => refuse(given.node, "it reads values of an outer graph") }),
  );
}

function ruleOf(node: GraphNode): GradientRule {
  const key = keyOf(node);
  return Object.hasOwn(gradientRules, key)
    ? gradientRules[key]!
    : refuse(node, "the operator is not known");
}

interface Making {
  readonly node: GraphNode;
  readonly emit: Emitter;
  readonly arriving: readonly (string | undefined)[];
  readonly wants: (name: string | undefined) => boolean;
  readonly bring: (name: string, gradient: string) => void;
}

/** What a rule sees of a node. */
function stepOf({ node, emit, arriving, wants, bring }: Making): Step {
  const no = (why: string): never => refuse(node, why);
  const need = <T>(name: string, read: () => T, fallback: T | undefined): T => {
    if (node.attributes.has(name)) return read();
    return fallback ?? no(`its attribute ${name} is missing`);
  };
  return {
    node,
    emit,
    arriving,
    wants: (index) => wants(node.inputs[index]),
    int: (name, fallback) => need(name, () => intOf(node, name), fallback),
    float: (name, fallback) => need(name, () => floatOf(node, name), fallback),
    text: (name, fallback) => need(name, () => textOf(node, name), fallback),
    ints: (name, fallback) => need(name, () => intsOf(node, name) ?? [], fallback),
    wholes: (index) => {
      const name = node.inputs[index];
      const constant = name === undefined || name === "" ? undefined : emit.constant(name);
      const numbers = constant && numbersOf(constant);
      return numbers && Array.from(numbers);
    },
    also: (value, gradient) => {
      if (wants(value)) bring(value, gradient);
    },
    refuse: no,
  };
}
