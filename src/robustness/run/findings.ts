// What a check says of an evaluation.
import type { Finding, FindingDetails, Robustness, Severity, Span } from "../../core/index.ts";
import { fingerprint, formatBound } from "../../core/index.ts";
import type { AnyCheck, CheckOf } from "../../checks/define.ts";
import { attackSucceeds } from "../../checks/robustness/attack-succeeds.ts";
import { backdoorSuspected } from "../../checks/robustness/backdoor-suspected.ts";
import { viewRobustness, type RobustnessFact } from "../../checks/robustness/facts.ts";
import { robustAccuracyLow } from "../../checks/robustness/robust-accuracy-low.ts";
import { robustnessOverestimated } from "../../checks/robustness/robustness-overestimated.ts";
import { trainingDataRemembered } from "../../checks/robustness/training-data-remembered.ts";
import { expandFinding } from "../../engine/expand.ts";

/** The checks of this part, without the hundreds of others: an attack has to start at once. */
export const robustnessChecks: readonly CheckOf<"robustness">[] = [
  robustAccuracyLow,
  attackSucceeds,
  robustnessOverestimated,
  backdoorSuspected,
  trainingDataRemembered,
] satisfies readonly AnyCheck[];

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Within the interval it may be chance; below half of what is asked it is another model. */
function severityOf({ minimum, measured }: NonNullable<Robustness["bar"]>): Severity {
  if (measured.high >= minimum) return "medium";
  return measured.value < minimum / 2 ? "critical" : "high";
}

/** Signs that say the number is too high, not merely that it is not exact. */
const masking: ReadonlySet<string> = new Set([
  "randomness",
  "zero-gradients",
  "unbounded",
  "black-box",
  "iteration",
]);

/** Of those, the ones that show it: something has been seen to break more. */
const proof: ReadonlySet<string> = new Set(["unbounded", "black-box"]);

/** An attack that changes this share of the answers without a bar being set is worth a word. */
const worthSaying = 0.1;

function factsOf(robustness: Robustness): readonly RobustnessFact[] {
  const { bar, attacks, trust, model, data } = robustness;
  const { path } = model;
  const facts: RobustnessFact[] = [];
  if (bar !== undefined && bar.measured.value < bar.minimum) {
    const bound = formatBound(bar.norm, bar.eps);
    const under = `${bar.attacks.join(", ")}${bound === "" ? "" : ` at ${bound}`}`;
    facts.push({
      kind: "below-bar",
      path,
      severity: severityOf(bar),
      evidence: `robust accuracy under ${under}`,
      message: `${percent(bar.measured.value)} of ${data.count} inputs are classified rightly under ${under}, and ${percent(bar.minimum)} are asked`,
    });
  }
  const [worst] = attacks
    .filter(({ evaluated }) => evaluated > 0)
    .toSorted((a, b) => a.robustAccuracy - b.robustAccuracy);
  if (bar === undefined && worst !== undefined && worst.successRate >= worthSaying) {
    const bound = formatBound(worst.norm, worst.eps);
    const what = `${worst.id}${bound === "" ? "" : ` at ${bound}`}`;
    facts.push({
      kind: "breaks",
      path,
      severity: worst.successRate >= 0.5 ? "medium" : "low",
      evidence: what,
      message: `${what} changes the answer to ${percent(worst.successRate)} of the inputs that were classified rightly`,
    });
  }
  for (const { id, status, detail } of trust) {
    if (status !== "warning" || !masking.has(id)) continue;
    // A bar that is met on a number that is certainly too high is met by nobody's merit.
    const isDecisive = bar !== undefined && bar.measured.value >= bar.minimum && proof.has(id);
    facts.push({
      kind: "overestimated",
      path,
      evidence: id,
      message: detail.replace(/\.$/, ""),
      ...(isDecisive && { severity: "high" as const }),
    });
  }
  return [...facts, ...examinationFacts(robustness)];
}

/** An interval above this says that members are told from others by more than chance and oddity. */
const remembering = 0.55;

function examinationFacts({ backdoors, membership, model, data }: Robustness): RobustnessFact[] {
  const { path } = model;
  const facts: RobustnessFact[] = [];
  for (const { label, ratio, isSuspect } of backdoors?.classes ?? []) {
    if (!isSuspect) continue;
    const name = data.classNames?.[label] ?? `class ${label}`;
    facts.push({
      kind: "backdoor",
      path,
      evidence: `class ${label}`,
      message: `one small change turns inputs of every class into ${name}; it is ${ratio.toFixed(1)} times smaller than for the other classes`,
    });
  }
  for (const { operator, node, why } of backdoors?.graph ?? [])
    facts.push({ kind: "backdoor", path, evidence: node, message: `${operator} ${node}: ${why}` });
  const best = membership?.attacks.toSorted((a, b) => b.auc - a.auc)[0];
  if (best !== undefined && best.interval[0] > remembering)
    facts.push({
      kind: "remembers",
      path,
      severity: best.auc >= 0.7 ? "high" : "medium",
      evidence: best.id,
      message: `members of the training data are told from others with an area under the curve of ${best.auc.toFixed(2)} (${best.id})`,
    });
  return facts;
}

/** Every finding of an evaluation. */
export function findingsOf(robustness: Robustness): readonly Finding[] {
  const view = viewRobustness(factsOf(robustness));
  return robustnessChecks.flatMap(({ meta, run }, check) => {
    const found: Finding[] = [];
    run(view, ({ start }: Span, details: FindingDetails = {}) => {
      const fact = view.facts.find(({ where }) => where.start === start)!;
      const { path, message, evidence = message } = fact;
      const mark = fingerprint({ check: meta.id, path, evidence, ordinal: 0 });
      const raw = { check, location: { path }, evidence, fingerprint: mark, details };
      found.push(expandFinding(raw, meta));
    });
    return found;
  });
}
