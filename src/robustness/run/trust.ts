// Whether a result can be trusted: the five warnings of AutoAttack (Croce & Hein 2020; their code's README), the
// signs of obfuscated gradients (Athalye et al. 2018; Carlini et al. 2019), and what else makes numbers lie.
import type { AttackOutcome, Rate, TrustPoint } from "../../core/index.ts";
import type { AttackRecord } from "./evaluation.ts";
import type { Probes } from "./probes.ts";
import { countFor, rateOf } from "./statistics.ts";

/** What is known when a result is judged. */
export interface Evidence {
  readonly labels: Int32Array;
  /** Classes that the model gives untouched inputs. */
  readonly clean: Int32Array;
  readonly classes: number;
  readonly gradients: boolean;
  readonly answers: "logits" | "probabilities" | "labels";
  readonly softmaxStripped: boolean;
  /** Operators that draw numbers, loop or branch at inference; undefined where the graph is not known. */
  readonly unusualOperators: readonly string[] | undefined;
  readonly probes: Probes;
  readonly outcomes: readonly AttackOutcome[];
  readonly records: readonly AttackRecord[];
  /** Worst case per input at the eps that is judged. */
  readonly worst: Rate;
  /** Of attacks run twice with different random numbers: inputs, and those that came out differently. */
  readonly again?:
    | { readonly attack: string; readonly inputs: number; readonly differ: number }
    | undefined;
  /** Inputs with values outside of the model's range. */
  readonly outOfRange: number;
}

type Judge = (evidence: Evidence) => TrustPoint | undefined;

const percent = (share: number): string => {
  const number = share * 100;
  return `${number === 0 || number >= 9.95 ? Math.round(number) : number.toFixed(1)} %`;
};

function point(id: string, title: string) {
  const of = (status: TrustPoint["status"]) => (detail: string) => ({ id, title, status, detail });
  return { good: of("good"), warning: of("warning"), open: of("open") };
}

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

const key = ({ norm, eps }: AttackOutcome): string => `${norm} ${eps}`;

/** Outcomes of one norm and eps, where there are several. */
function groups(outcomes: readonly AttackOutcome[]): readonly (readonly AttackOutcome[])[] {
  const by = new Map<string, AttackOutcome[]>();
  for (const outcome of outcomes) {
    if (outcome.eps === undefined || outcome.targeted) continue;
    by.set(key(outcome), [...(by.get(key(outcome)) ?? []), outcome]);
  }
  return [...by.values()];
}

/** More than chance or rounding would: a point, and two inputs. */
function isBetter(one: AttackOutcome, other: AttackOutcome): boolean {
  const by = other.robustAccuracy - one.robustAccuracy;
  return by > 0.01 && by * one.evaluated >= 2;
}

const best = (outcomes: readonly AttackOutcome[]): AttackOutcome | undefined =>
  outcomes.toSorted((a, b) => a.robustAccuracy - b.robustAccuracy)[0];

function blackBox({ outcomes, gradients }: Evidence): TrustPoint | undefined {
  if (!gradients) return undefined;
  const say = point("black-box", "Gradients beat guessing");
  let compared = false;
  for (const group of groups(outcomes)) {
    const white = best(group.filter(({ access }) => access === "gradient"));
    const black = best(group.filter(({ access }) => access !== "gradient"));
    if (white === undefined || black === undefined) continue;
    compared = true;
    if (isBetter(black, white))
      return say.warning(
        `${black.id}, which sees no gradients, leaves ${percent(black.robustAccuracy)}; ${white.id} with gradients leaves ${percent(white.robustAccuracy)}: gradients are masked.`,
      );
  }
  return compared
    ? say.good("No black-box attack does better than those with gradients.")
    : say.open("No black-box attack was run at the same norm and eps; add `--attack square`.");
}

const isSingleStep = ({ access, kind, parameters, id }: AttackOutcome): boolean =>
  access === "gradient" &&
  kind === "bounded" &&
  parameters["steps"] === undefined &&
  /fgsm/.test(id);
const isIterated = ({ access, kind, parameters }: AttackOutcome): boolean =>
  access === "gradient" && kind === "bounded" && Number(parameters["steps"] ?? 0) > 1;

function iteration({ outcomes, gradients }: Evidence): TrustPoint | undefined {
  if (!gradients) return undefined;
  const say = point("iteration", "Many steps beat one");
  let compared = false;
  for (const group of groups(outcomes)) {
    const single = best(group.filter(isSingleStep));
    const iterated = best(group.filter(isIterated));
    if (single === undefined || iterated === undefined) continue;
    compared = true;
    if (isBetter(single, iterated))
      return say.warning(
        `${single.id} with one step leaves ${percent(single.robustAccuracy)}, ${iterated.id} with many leaves ${percent(iterated.robustAccuracy)}: gradients are masked, or the steps are too small or too large.`,
      );
  }
  return compared
    ? say.good("Attacks of many steps do at least as well as those of one.")
    : say.open(
        "One-step and iterated attacks were not both run at the same norm and eps; `--attack fgsm,pgd` does.",
      );
}

function strength({ outcomes, gradients }: Evidence): TrustPoint {
  const say = point("strength", "The attacks are strong");
  const strong = outcomes.filter(
    (outcome) => !isSingleStep(outcome) && !outcome.id.startsWith("corruption-"),
  );
  if (strong.length === 0)
    return say.warning(
      "Only attacks of one step were run, which many models that are not robust withstand; add `--attack pgd` or `--attack autoattack`.",
    );
  if (gradients && strong.every(({ access }) => access !== "gradient"))
    return say.warning(
      "Gradients can be had of this model, but only black-box attacks were run; add `--attack pgd`.",
    );
  return say.good(
    strong.some(({ id }) => id === "autoattack")
      ? "AutoAttack was run, the usual reference."
      : "At least one attack of many steps or queries was run. AutoAttack is the usual reference for what is published.",
  );
}

function again({ again: seen }: Evidence): TrustPoint | undefined {
  if (seen === undefined) return undefined;
  const say = point("restarts", "Another start gives the same");
  const share = seen.differ / Math.max(1, seen.inputs);
  return share > 0.05
    ? say.warning(
        `With other random numbers ${seen.attack} comes out differently for ${seen.differ} of ${seen.inputs} inputs: give it more restarts (--restarts 5) or steps.`,
      )
    : say.good(
        `With other random numbers ${seen.attack} comes out the same for ${seen.inputs - seen.differ} of ${seen.inputs} inputs.`,
      );
}

/** Attacks that give back where they got to. Others give an input back as it was where they could not break it. */
const alwaysMoves = /^(?:\w+-)*(?:fgsm|bim|pgd)$/;

function unchanged({ outcomes }: Evidence): TrustPoint {
  const say = point("unchanged", "Attacks did move the inputs");
  const lazy = outcomes
    .filter(({ id }) => alwaysMoves.test(id))
    .toSorted((a, b) => b.unchanged - a.unchanged)[0];
  if (lazy === undefined)
    return say.open("No attack was run that moves every input; add `--attack fgsm`.");
  return lazy.unchanged > 0.05
    ? say.warning(
        `${lazy.id} gave back ${percent(lazy.unchanged)} of the inputs as they were: it had nothing to follow.`,
      )
    : say.good(`At most ${percent(lazy.unchanged)} of the inputs came back as they were.`);
}

function outside({ outcomes }: Evidence): TrustPoint | undefined {
  const first = outcomes.find((outcome) => outcome.outside > 0);
  if (first === undefined) return undefined;
  return point("outside", "Changes stay within eps").warning(
    `${first.outside} adversarial inputs of ${first.id} are further away than eps and do not count.`,
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

function onlyGood({ outcomes }: Evidence): TrustPoint | undefined {
  const nothing = outcomes.length > 0 && outcomes.every(({ successRate }) => successRate === 0);
  if (!nothing) return undefined;
  return point("no-success", "At least one attack wins").warning(
    "No attack changed a single answer. Before this is believed, look whether a larger eps does (`--eps` may be given several times).",
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
