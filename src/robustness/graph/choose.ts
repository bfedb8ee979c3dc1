// Which input is attacked and which output is looked at, and of what shape one item is.
import { PaviseError } from "../../core/errors.ts";
import type { GraphNode, OnnxModel, Tensor, Value } from "../../formats/onnx/model.ts";
import { elementTypes } from "../../formats/onnx/model.ts";
import { intOf } from "./attributes.ts";

export interface ChooseOptions {
  readonly input?: string;
  readonly output?: string;
  /** Values of the other inputs, the same for every item. */
  readonly fixed?: ReadonlyMap<string, Tensor>;
}

export interface Chosen {
  readonly input: Value;
  /** A name of a value; not an output of the graph where that is a list of maps made from it. */
  readonly output: string;
}

const said = (values: readonly Value[]): string =>
  values
    .map(
      ({ name, type, shape }) =>
        `${name}: ${type}[${shape?.map((each) => each ?? "?").join(", ") ?? "…"}]`,
    )
    .join("; ");

function unsupported(message: string, hint: string): PaviseError {
  return new PaviseError("model-unsupported", message, { hint });
}

function chooseInput(
  { graph }: OnnxModel,
  { input: name, fixed = new Map() }: ChooseOptions,
): Value {
  const open = graph.inputs.filter((value) => !fixed.has(value.name));
  if (name !== undefined) {
    const found = graph.inputs.find((value) => value.name === name);
    if (found === undefined)
      throw unsupported(`the model has no input ${name}`, `Its inputs are ${said(graph.inputs)}.`);
    const others = open.filter((value) => value !== found);
    if (others.length > 0)
      throw unsupported(
        `the model also takes ${said(others)}`,
        "Give the values of its other inputs with `fixed`.",
      );
    return found;
  }
  if (open.length === 1) return open[0]!;
  if (open.length === 0)
    throw unsupported(
      "the model takes no input",
      "Choose a model that takes data: there is nothing to attack here.",
    );
  throw unsupported(
    `the model takes several inputs: ${said(open)}`,
    "Name the one to attack with `input` and give the others with `fixed`.",
  );
}

/** The value that a list of maps was made of, as scikit-learn's exporter writes probabilities. */
function beforeMaps(nodes: readonly GraphNode[], name: string): string {
  const maker = nodes.find((node) => node.outputs.includes(name));
  return maker?.operator === "ZipMap" ? maker.inputs[0]! : name;
}

function chooseOutput({ graph }: OnnxModel, { output: name }: ChooseOptions): string {
  if (name !== undefined) {
    const isThere =
      graph.outputs.some((value) => value.name === name) ||
      graph.nodes.some((node) => node.outputs.includes(name));
    if (!isThere)
      throw unsupported(
        `the model has no output ${name}`,
        `Its outputs are ${said(graph.outputs)}.`,
      );
    return beforeMaps(graph.nodes, name);
  }
  const { outputs } = graph;
  const best =
    outputs.find(({ type }) => /float/.test(type)) ??
    outputs.find(({ type }) => type === "undefined") ??
    outputs.find(({ type }) => type !== "string");
  if (best === undefined)
    throw unsupported(
      `the model gives no numbers: ${said(outputs)}`,
      "Export it so that it gives scores, or class numbers.",
    );
  return beforeMaps(graph.nodes, best.name);
}

/** Whole numbers are followed only where the model makes floats of them first. */
function checkKind(nodes: readonly GraphNode[], { name, type }: Value): void {
  if (/^float|^bfloat16/.test(type)) return;
  const users = nodes.filter((node) => node.inputs.includes(name));
  const isCast = (node: GraphNode): boolean =>
    node.operator === "Cast" && /float/.test(elementTypes[intOf(node, "to")] ?? "");
  if (/int|bool/.test(type) && users.length > 0 && users.every(isCast)) return;
  throw unsupported(
    `the input ${name} is ${type}, and what it is used for has no gradient and no steps between`,
    "Attack a part of the model whose input is of floats: of a text model the part after the embedding, by naming that value as `input`.",
  );
}

/** Chooses. Errors: `model-unsupported` with what there is to choose from. */
export function choose(model: OnnxModel, options: ChooseOptions): Chosen {
  const input = chooseInput(model, options);
  checkKind(model.graph.nodes, input);
  return { input, output: chooseOutput(model, options) };
}

/** What the model's own shape says: a batch size that is fixed, and the shape of one item with open axes left out. */
export function itemShape(
  { name, shape }: Value,
  given: readonly number[] | undefined,
): { readonly shape: readonly number[]; readonly batch: number | undefined } {
  if (shape === undefined) {
    if (given !== undefined) return { shape: given, batch: undefined };
    throw unsupported(
      `the model does not say the shape of ${name}`,
      "Say the shape of one item with `inputShape`.",
    );
  }
  const [first, ...axes] = shape;
  if (shape.length === 0)
    throw unsupported(
      `the input ${name} is a single number`,
      "Export the model with a batch as the first axis.",
    );
  const batch = typeof first === "number" ? first : undefined;
  if (given !== undefined) {
    const fits =
      given.length === axes.length &&
      axes.every((each, axis) => typeof each !== "number" || each === given[axis]);
    if (fits) return { shape: given, batch };
    throw new PaviseError(
      "data-invalid",
      `an item of [${given.join(", ")}] does not fit ${name}, which takes [${axes.map((each) => each ?? "?").join(", ")}]`,
      { hint: "Resize the data, or say how their axes lie with `layout`." },
    );
  }
  const lengths = axes.map((each) => (typeof each === "number" ? each : undefined));
  if (lengths.includes(undefined))
    throw unsupported(
      `axes of the input ${name} are open: [${axes.map((each) => each ?? "?").join(", ")}]`,
      "Say the shape of one item with `inputShape`.",
    );
  return { shape: lengths.map((length) => length!), batch };
}
