// Whether a model tells which inputs it was trained on (membership inference, OWASP ML04).
import { z } from "zod";
import { argmax, rowOf } from "../attacks/success.ts";
import { countOf, pick, sliceOf, type Batch } from "../batch.ts";
import type { Classifier } from "../classifier.ts";
import type { Random } from "../random.ts";
import { oneHot, shuffled, softmax, train } from "../surrogate/train.ts";
import { separate, type Separation } from "./curve.ts";

export const membershipParameters = z.strictObject({
  shadows: z
    .number()
    .int()
    .min(2)
    .max(64)
    .default(8)
    .describe("shadow models, each trained on a random half of the shadow data"),
  hidden: z.number().int().min(0).default(64).describe("units of a shadow model's hidden layer"),
  epochs: z.number().int().positive().default(30).describe("passes over a shadow model's data"),
});
export type MembershipParameters = z.output<typeof membershipParameters>;

/** Inputs and their true classes. */
export interface Labelled {
  readonly inputs: Batch;
  readonly labels: Int32Array;
}

export interface MembershipInput {
  /** Items that the model was trained on, and items of the same kind that it was not. */
  readonly members: Labelled;
  readonly others: Labelled;
  /** Items of the same kind that are neither: for shadow models. */
  readonly shadow?: Labelled;
  readonly random: Random;
  readonly signal?: AbortSignal;
  readonly progress?: (done: number) => void;
}

export interface MembershipAttack extends Separation {
  readonly id: "gap" | "loss" | "modified-entropy" | "shadow";
  readonly paper: string;
}

export interface MembershipResult {
  readonly memberAccuracy: number;
  readonly otherAccuracy: number;
  readonly attacks: readonly MembershipAttack[];
  readonly notes: readonly string[];
}

/** Scores of each item; greater means "member". */
type Scores = (answers: Float32Array, labels: Int32Array) => Float64Array;

function scoresBy(classes: number, score: (row: Float32Array, label: number) => number): Scores {
  return (answers, labels) =>
    Float64Array.from(labels, (label, item) => score(rowOf(answers, item, classes), label));
}

/** log p of the label, and what is left of 1, both exact near the ends. */
function logOdds(logits: Float32Array, label: number): { own: number; rest: number } {
  let most = -Infinity;
  for (const value of logits) if (value > most) most = value;
  let others = 0;
  for (let k = 0; k < logits.length; k++) if (k !== label) others += Math.exp(logits[k]! - most);
  const own = Math.exp(logits[label]! - most);
  const whole = own + others;
  return { own: own / whole, rest: others / whole };
}

/** Entropy that knows the label: small only where the model is sure of the right class (Song & Mittal 2021). */
function modifiedEntropy(logits: Float32Array, label: number): number {
  const { own, rest } = logOdds(logits, label);
  let entropy = -rest * Math.log(Math.max(own, 1e-30));
  const probabilities = softmax(logits);
  for (let k = 0; k < logits.length; k++) {
    if (k === label) continue;
    entropy -= probabilities[k]! * Math.log1p(-Math.min(probabilities[k]!, 1 - 1e-7));
  }
  return entropy;
}

/** log(p / (1 − p)) of the label: near to normal over models (Carlini et al. 2022). */
function confidence(logits: Float32Array, label: number): number {
  const { own, rest } = logOdds(logits, label);
  return Math.log(Math.max(own, 1e-30)) - Math.log(Math.max(rest, 1e-30));
}

/** Probabilities as logits, so that one arithmetic serves both. */
function asLogits(model: Classifier, answers: Float32Array): Float32Array {
  return model.answers === "logits"
    ? answers
    : answers.map((value) => Math.log(Math.max(value, 1e-30)));
}

const queriesAtOnce = 256;

async function ask(
  model: Classifier,
  inputs: Batch,
  signal: AbortSignal | undefined,
): Promise<Float32Array> {
  const out = new Float32Array(countOf(inputs) * model.classes);
  for (let start = 0; start < countOf(inputs); start += queriesAtOnce) {
    signal?.throwIfAborted();
    const part = sliceOf(inputs, start, Math.min(countOf(inputs), start + queriesAtOnce));
    out.set(await model.predict(part), start * model.classes);
  }
  return asLogits(model, out);
}

/**
 * Difficulty of each item: how sure models are of it that never saw it. Offline likelihood ratio (Carlini et al.
 * 2022, arXiv:2112.03570) with one deviation for all, as few shadow models can estimate no more.
 */
async function shadowScores(
  model: Classifier,
  input: MembershipInput & { readonly shadow: Labelled },
  parameters: MembershipParameters,
): Promise<(groups: readonly Float64Array[]) => readonly Float64Array[]> {
  const { members, others, shadow, random, signal, progress } = input;
  const { shadows, hidden, epochs } = parameters;
  const { classes, range } = model;
  const score = scoresBy(classes, confidence);
  const sums = [members, others].map(({ labels }) => new Float64Array(labels.length));
  for (let each = 0; each < shadows; each++) {
    const own = random.fork(`shadow ${each}`);
    const count = countOf(shadow.inputs);
    const half = shuffled(count, own).subarray(0, Math.ceil(count / 2));
    const labels = Int32Array.from(half, (item) => shadow.labels[item]!);
    const trained = await train({
      inputs: pick(shadow.inputs, half),
      targets: oneHot(labels, classes),
      classes,
      range,
      random: own,
      hidden,
      epochs,
      ...(signal && { signal }),
    });
    for (const [at, group] of [members, others].entries()) {
      const scores = score(await trained.predict(group.inputs), group.labels);
      for (let item = 0; item < scores.length; item++) sums[at]![item]! += scores[item]! / shadows;
    }
    progress?.((each + 1) / shadows);
  }
  return (groups) =>
    groups.map((scores, at) => scores.map((value, item) => value - sums[at]![item]!));
}

function accuracyOf(answers: Float32Array, { labels }: Labelled, classes: number): number {
  let right = 0;
  for (const [item, label] of labels.entries())
    if (argmax(rowOf(answers, item, classes)) === label) right++;
  return labels.length === 0 ? 0 : right / labels.length;
}

/**
 * Tries to tell members from others. Shadow models are small networks, not the model's own architecture, so that
 * the strength of `shadow` is a lower bound. Both groups have to be of one distribution: what differs between
 * them otherwise (the year, the source) would be taken for memory.
 *
 * @throws the signal's reason, and what the model throws.
 */
export async function inferMembership(
  model: Classifier,
  input: MembershipInput,
  parameters: MembershipParameters,
): Promise<MembershipResult> {
  const { members, others, shadow, signal } = input;
  const { classes } = model;
  const groups = [members, others];
  const answers = [
    await ask(model, members.inputs, signal),
    await ask(model, others.inputs, signal),
  ];
  const notes: string[] = [];
  const attack = (
    id: MembershipAttack["id"],
    paper: string,
    scores: readonly Float64Array[],
  ): MembershipAttack => ({ id, paper, ...separate(scores[0]!, scores[1]!) });
  const scoresOf = (score: (row: Float32Array, label: number) => number): Float64Array[] =>
    groups.map(({ labels }, at) => scoresBy(classes, score)(answers[at]!, labels));

  const attacks = [
    attack(
      "gap",
      "Yeom et al. 2018, arXiv:1709.01604: what is classified rightly is a member",
      scoresOf((row, label) => (argmax(row) === label ? 1 : 0)),
    ),
  ];
  if (model.answers === "labels")
    notes.push("the model tells classes alone, so that only the gap between accuracies was used");
  else {
    attacks.push(
      attack(
        "loss",
        "Yeom et al. 2018, arXiv:1709.01604: members have a small loss",
        scoresOf((row, label) => Math.log(Math.max(logOdds(row, label).own, 1e-30))),
      ),
      attack(
        "modified-entropy",
        "Song & Mittal 2021, arXiv:2003.10595",
        scoresOf((row, label) => -modifiedEntropy(row, label)),
      ),
    );
    if (shadow === undefined)
      notes.push("no shadow data was given: how hard each input is by itself was not taken off");
    else {
      const calibrate = await shadowScores(model, { ...input, shadow }, parameters);
      attacks.push(
        attack(
          "shadow",
          "Shokri et al. 2017, arXiv:1610.05820; Carlini et al. 2022, arXiv:2112.03570 (offline)",
          calibrate(scoresOf(confidence)),
        ),
      );
    }
  }
  return {
    memberAccuracy: accuracyOf(answers[0]!, members, classes),
    otherAccuracy: accuracyOf(answers[1]!, others, classes),
    attacks,
    notes,
  };
}
