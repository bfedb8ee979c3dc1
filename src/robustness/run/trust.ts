// Whether a result can be trusted: the five warnings of AutoAttack (Croce & Hein 2020; their code's README), the
// signs of obfuscated gradients (Athalye et al. 2018; Carlini et al. 2019), and what else makes numbers lie.
import type { TrustPoint } from "../../core/index.ts";
import { percent, point, type Evidence } from "./evidence.ts";
import { countFor, rateOf } from "./statistics.ts";
import {
  again,
  blackBox,
  iteration,
  onlyGood,
  outside,
  strength,
  unchanged,
} from "./trust-attacks.ts";

type Judge = (evidence: Evidence) => TrustPoint | undefined;

function softmax({ gradients, answers, softmaxStripped, probes }: Evidence): TrustPoint {
  const say = point("softmax", "Scores are logits");
  if (softmaxStripped)
    return say.good(
      "The last softmax was taken off, so that gradients do not vanish where the model is sure.",
    );
  if (answers === "labels")
    return say.open("The model answers with labels only: attacks that need no scores were used.");
  if (!probes.looksLikeSoftmax) return say.good("The model answers with logits.");
  return gradients
    ? say.warning(
        "The answers look like probabilities: gradients through a softmax vanish. Export the model without it.",
      )
    : say.warning(
        "The model answers with probabilities: attacks by scores lose digits where it is sure.",
      );
}

function randomness({ probes }: Evidence): TrustPoint {
  const say = point("randomness", "The same input gets the same answer");
  if (probes.randomness <= 1e-4) return say.good("Two answers to the same inputs are the same.");
  return say.warning(
    `Two answers to the same inputs differ by up to ${probes.randomness.toPrecision(2)}: a randomised model has to be attacked on average (EOT), or it only seems robust.`,
  );
}

function zeroGradients({ probes, outcomes, gradients }: Evidence): TrustPoint {
  const say = point("zero-gradients", "Gradients are there");
  const seen = probes.gradients;
  if (!gradients || seen === undefined)
    return say.open("No gradients can be had of this model; only black-box attacks were used.");
  if (seen.broken > 0)
    return say.warning(`The gradients of ${seen.broken} of ${seen.inputs} inputs are no numbers.`);
  if (seen.dead > 0)
    return say.warning(
      `The gradient of ${seen.dead} of ${seen.inputs} inputs is zero everywhere: white-box attacks cannot move them, and a black-box attack has to be run as well.`,
    );
  const shares = outcomes.flatMap(({ zeroGradients: share }) =>
    share === undefined ? [] : [share],
  );
  const worst = Math.max(seen.zeros, ...shares);
  if (worst > 0.5)
    return say.warning(
      `${percent(worst)} of the gradients' elements are zero: something masks them.`,
    );
  return say.good(`${percent(worst)} of the gradients' elements are zero.`);
}

function unbounded({ probes }: Evidence): TrustPoint {
  const say = point("unbounded", "Without a bound every input falls");
  const seen = probes.unbounded;
  if (seen === undefined) return say.open("Gradients are needed to look at this.");
  if (seen.accuracy === 0)
    return say.good(
      `With eps as wide as the range, none of ${seen.inputs} inputs is classified rightly.`,
    );
  return say.warning(
    `With eps as wide as the range, ${percent(seen.accuracy)} of ${seen.inputs} inputs are still classified rightly: the gradients lead nowhere, and the robust accuracy is an overestimate.`,
  );
}

function sample({ worst, labels }: Evidence): TrustPoint {
  const say = point("sample", "There are enough inputs");
  const half = (worst.high - worst.low) / 2;
  const said = `${labels.length} inputs give ±${(half * 100).toFixed(1)} points`;
  return half > 0.05
    ? say.warning(`${said}; ${countFor(0.05)} would give ±5 whatever the share.`)
    : say.good(`${said} (95 % interval).`);
}

function agreement(labels: Int32Array, clean: Int32Array, shift: number): number {
  let same = 0;
  for (const [item, label] of labels.entries()) if (clean[item] === label + shift) same++;
  return same / Math.max(1, labels.length);
}

function accuracy({ labels, clean, classes }: Evidence): TrustPoint {
  const say = point("labels", "Labels fit the model");
  const own = agreement(labels, clean, 0);
  for (const shift of [1, -1]) {
    const shifted = agreement(labels, clean, shift);
    if (shifted > own + 0.2 && shifted > 2 / classes)
      return say.warning(
        `The model is right for ${percent(own)} of the inputs, and for ${percent(shifted)} if ${shift > 0 ? "1 is added to" : "1 is taken from"} the labels: they are counted from another number.`,
      );
  }
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const chance = Math.max(1 / classes, ...[...counts.values()].map((n) => n / labels.length));
  const { low } = rateOf(Math.round(own * labels.length), labels.length);
  if (low <= chance)
    return say.warning(
      `The model is right for ${percent(own)} of untouched inputs, hardly more than chance (${percent(chance)}): look at labels, scaling and layout first.`,
    );
  return say.good(
    `The model is right for ${percent(own)} of untouched inputs; chance is ${percent(chance)}.`,
  );
}

function inference({ unusualOperators }: Evidence): TrustPoint {
  const say = point("inference", "Nothing is optimised or drawn at inference");
  if (unusualOperators === undefined) return say.open("What the model does inside is not known.");
  if (unusualOperators.length === 0)
    return say.good("The graph has no loop, no branch and no random numbers.");
  return say.warning(
    `The graph has ${unusualOperators.join(", ")}: what is decided or drawn at inference may hide gradients.`,
  );
}

function range({ outOfRange, labels }: Evidence): TrustPoint | undefined {
  if (outOfRange === 0) return undefined;
  return point("range", "Inputs lie in the range").warning(
    `${outOfRange} of ${labels.length} inputs have values outside of the range: attacks would move them back into it. Look at --scale and --range.`,
  );
}

const judges: readonly Judge[] = [
  softmax,
  randomness,
  zeroGradients,
  unbounded,
  blackBox,
  iteration,
  inference,
  strength,
  again,
  unchanged,
  outside,
  onlyGood,
  range,
  accuracy,
  sample,
];

/** Every reason to trust the result or not to. */
export function trustOf(evidence: Evidence): readonly TrustPoint[] {
  return judges.flatMap((judge) => judge(evidence) ?? []);
}
