// Opens an ONNX model for attacks: as a classifier, and where every operator can be followed back, with gradients.
import { basename, dirname } from "node:path";
import { fileReason, messageOf, PaviseError } from "../../core/errors.ts";
import type { OnnxModel, Tensor } from "../../formats/onnx/model.ts";
import { byteLength } from "../../formats/onnx/read-tensor.ts";
import { externalFolder, fileSource } from "../../formats/onnx/read-external.ts";
import { readOnnxModel } from "../../formats/onnx/read.ts";
import type { ByteSource } from "../../formats/bytes/source.ts";
import { buildGradient, buildScores, type Built } from "./build.ts";
import { choose, itemShape, type ChooseOptions } from "./choose.ts";
import { classifierOf, type OnnxClassifier, type Plan } from "./classifier.ts";
import { engineOf, type Engine } from "./engine.ts";
import { dataInput, withFront, type Preprocessing } from "./front.ts";
import { scoresOf, type Scored } from "./head.ts";
import type { Fact } from "./inference.ts";
import { fallingSizes, ladderOf } from "./ladder.ts";
import { normalise, prepare } from "./prepare.ts";
import { looksLikeProbabilities, withLogarithm } from "./probabilities.ts";
import type { RuntimeOptions } from "./runtime.ts";

export interface OpenOptions extends ChooseOptions, RuntimeOptions {
  readonly name?: string;
  /** Shape of one item of the data, where the model leaves axes open. */
  readonly inputShape?: readonly number[];
  readonly preprocessing?: Preprocessing;
  /** Valid range of the data in their own units; 0 to 1 otherwise. */
  readonly range?: readonly [least: number, most: number];
  /** Items that are run together; otherwise as many as fit into about half a gigabyte, at most 64. */
  readonly batch?: number;
  /** How many classes there are, for a model that gives only the class. */
  readonly classes?: number;
}

/** Bytes of values between the operators that a batch may have, and items at most. */
const maxActivations = 2 ** 29;
/** Bytes of such values up to which memory is kept between runs. */
const maxKept = 2 ** 30;
/** Bytes of weights that may be in memory once for each batch size. */
const maxRepeated = 2 ** 25;
const maxBatch = 64;
const firstBatch = 16;

function read(path: string): OnnxModel {
  let source: ByteSource;
  try {
    source = fileSource(path);
  } catch (error) {
    throw new PaviseError("file-missing", `${path}: ${fileReason(error)}`, { cause: error });
  }
  const { model, problems } = readOnnxModel(source, { external: externalFolder(dirname(path)) });
  if (model !== undefined && problems.length === 0) return model;
  throw new PaviseError(
    "model-unsupported",
    `${path} cannot be read as ONNX: ${problems.slice(0, 3).join("; ")}`,
    {
      hint: "Check that the file is whole, and that files with its weights lie in its folder.",
    },
  );
}

/** Bytes of all values that are computed. */
function activations({ nodes, facts }: Scored): number {
  let bytes = 0;
  for (const node of nodes)
    for (const name of node.outputs) {
      const fact = facts.get(name);
      if (fact !== undefined) bytes += byteLength({ type: fact.type, dims: fact.shape });
    }
  return bytes;
}

function weightsOf({ graph }: OnnxModel): number {
  let bytes = 0;
  for (const tensor of graph.initializers.values()) bytes += byteLength(tensor);
  return bytes;
}

function fittingBatch(each: number): number {
  let batch = 1;
  while (batch < maxBatch && batch * 2 * each <= maxActivations) batch *= 2;
  return batch;
}

/** The shape of an item as the model takes it, from that of the data. */
function modelOrder(
  shape: readonly number[],
  layout: Preprocessing["layout"],
  modelAxes: readonly unknown[],
): readonly number[] {
  if (layout === undefined || shape.length !== 3) return shape;
  const [a, b, c] = shape as readonly [number, number, number];
  const turned = layout === "hwc" ? [c, a, b] : [b, c, a];
  const fits = (one: readonly number[]): boolean =>
    modelAxes.every((axis, index) => typeof axis !== "number" || axis === one[index]);
  // Data in the model's own order need no turning.
  return fits(shape) && (layout === "chw" || !fits(turned)) ? shape : turned;
}

/**
 * Opens a model: the path of an ONNX file, or a model that was read or made. Inputs are float32 in the units of the data.
 * Gives a differentiable classifier, whose last softmax is taken off, or a plain one that says in `info` which operator has no
 * gradient. Errors: `file-missing`; `model-unsupported` with what to do where it cannot be run or settled; `data-invalid` where
 * shape or preprocessing do not fit.
 */
export async function openModel(
  model: OnnxModel | string,
  options: OpenOptions = {},
): Promise<OnnxClassifier> {
  const whole = typeof model === "string" ? read(model) : model;
  const { model: normal, wasHalf } = normalise(whole);
  const chosen = choose(normal, options);
  const preprocessing = options.preprocessing ?? {};
  const given =
    options.inputShape &&
    modelOrder(options.inputShape, preprocessing.layout, chosen.input.shape?.slice(1) ?? []);
  const item = itemShape(chosen.input, given);
  const front = withFront(normal, { input: chosen.input, modelShape: item.shape, preprocessing });
  const fixed = new Map<string, Fact>(
    [...(options.fixed ?? new Map<string, Tensor>())].map(([name, constant]) => [
      name,
      { type: constant.type, shape: constant.dims, constant },
    ]),
  );
  const plan = async (batch: number): Promise<Plan> => {
    const inputs = new Map(fixed);
    inputs.set(dataInput, { type: "float32", shape: [batch, ...front.dataShape] });
    const settled = await prepare(front.model, {
      inputs,
      outputs: [chosen.output],
    });
    return { batch, scored: scoresOf(settled, chosen.output, batch), opsets: front.model.opsets };
  };
  const hardCoded = item.batch;
  let first = await plan(hardCoded ?? options.batch ?? firstBatch);
  if (hardCoded === undefined && options.batch === undefined) {
    const batch = fittingBatch(activations(first.scored) / firstBatch);
    if (batch !== firstBatch) first = await plan(batch);
  }
  const engine = await engineFor(first, options);
  const { scored } = first;
  if (scored.isLabels && options.classes === undefined)
    throw new PaviseError(
      "model-unsupported",
      "the model gives only the class, not how many there are",
      {
        hint: "Say how many with `classes`, or name an output with scores.",
      },
    );
  // A model of its own for each size: large weights are held once, and fixed inputs fit one batch.
  const isLight =
    hardCoded === undefined && fixed.size === 0 && weightsOf(front.model) <= maxRepeated;
  const ladder = isLight
    ? ladderOf(engine.engine, {
        sizes: fallingSizes(first.batch),
        make: async (batch) => (await engineFor(await plan(batch), options)).engine,
      })
    : engine.engine;
  const path = typeof model === "string" ? basename(model) : undefined;
  return classifierOf({
    name: options.name ?? path ?? whole.graph.name,
    inputShape: front.dataShape,
    classes: scored.isLabels ? options.classes! : scored.classes,
    answers: engine.answers,
    range: options.range ?? [0, 1],
    engine: ladder,
    isDifferentiable: engine.refusal === undefined,
    plan,
    info: {
      opset: whole.opsets.get("") ?? 0,
      producer: whole.producer,
      batch: first.batch,
      hasHardCodedBatch: hardCoded !== undefined,
      stripped: scored.stripped,
      withoutGradient: engine.refusal,
      notes: [
        ...front.notes,
        ...scored.notes,
        ...engine.notes,
        ...(wasHalf ? ["half precision is computed in float32"] : []),
        ...(hardCoded === undefined
          ? []
          : [`the model takes ${hardCoded} items at a time, no more and no fewer`]),
      ],
    },
  });
}

interface Started {
  readonly engine: Engine;
  readonly answers: OnnxClassifier["answers"];
  readonly refusal: string | undefined;
  readonly notes: readonly string[];
}

async function engineFor({ batch, scored, opsets }: Plan, options: OpenOptions): Promise<Started> {
  const engineWith = (own: Scored, gradient: Built | undefined): Engine =>
    engineOf({
      batch,
      width: own.isLabels ? 1 : own.classes,
      scores: buildScores(own, opsets),
      gradient,
      runtime: { memory: activations(own) <= maxKept ? "fast" : "small", ...options },
    });
  if (scored.isLabels)
    return {
      engine: engineWith(scored, undefined),
      answers: "labels",
      refusal: "it gives only classes",
      notes: [],
    };
  let gradient: Built | undefined;
  let refusal: string | undefined;
  try {
    gradient = buildGradient(scored, opsets);
  } catch (error) {
    if (!(error instanceof PaviseError) || error.code !== "model-unsupported") throw error;
    refusal = messageOf(error);
  }
  const plain = engineWith(scored, gradient);
  if (scored.isSurelyLogits) return { engine: plain, answers: "logits", refusal, notes: [] };
  const shape = scored.facts.get(dataInput)!.shape;
  const areProbabilities = await looksLikeProbabilities(plain, {
    shape,
    range: options.range ?? [0, 1],
  });
  if (!areProbabilities) return { engine: plain, answers: "logits", refusal, notes: [] };
  if (gradient === undefined)
    return { engine: plain, answers: "probabilities", refusal, notes: [] };
  await plain.close();
  const logs = withLogarithm(scored);
  const notes = ["the model gives probabilities: their logarithm stands for logits"];
  return {
    engine: engineWith(logs, buildGradient(logs, opsets)),
    answers: "logits",
    refusal,
    notes,
  };
}
