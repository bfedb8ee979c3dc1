// Signs in what attacks did to a model: whether stronger ones win, and whether they did anything.
import type { AttackOutcome, TrustPoint } from "../../core/index.ts";
import { percent, point, type Evidence } from "./evidence.ts";

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

/** A black-box attack that does better than gradients: they are masked. */
export function blackBox({ outcomes, gradients }: Evidence): TrustPoint | undefined {
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

/** One step that does better than many: gradients are masked. */
export function iteration({ outcomes, gradients }: Evidence): TrustPoint | undefined {
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

/** Whether attacks were run that say anything. */
export function strength({ outcomes, gradients }: Evidence): TrustPoint {
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

/** Whether other random numbers give the same. */
export function again({ again: seen }: Evidence): TrustPoint | undefined {
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

/** Inputs that came back as they were. */
export function unchanged({ outcomes }: Evidence): TrustPoint {
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

/** Adversarial inputs that are too far away. */
export function outside({ outcomes }: Evidence): TrustPoint | undefined {
  const first = outcomes.find((outcome) => outcome.outside > 0);
  if (first === undefined) return undefined;
  return point("outside", "Changes stay within eps").warning(
    `${first.outside} adversarial inputs of ${first.id} are further away than eps and do not count.`,
  );
}

/** Whether any attack won at all. */
export function onlyGood({ outcomes }: Evidence): TrustPoint | undefined {
  const nothing = outcomes.length > 0 && outcomes.every(({ successRate }) => successRate === 0);
  if (!nothing) return undefined;
  return point("no-success", "At least one attack wins").warning(
    "No attack changed a single answer. Before this is believed, look whether a larger eps does (`--eps` may be given several times).",
  );
}
