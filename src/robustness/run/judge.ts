// From what became of each input to the numbers of an attack.
import type { AttackOutcome, ClassAccuracy, Distances, WorstCase } from "../../core/index.ts";
import type { AttackRecord, ItemResults, PlannedAttack } from "./evaluation.ts";
import { rateOf, spreadOf, type Distance } from "./statistics.ts";

/**
 * What rounding to float32 adds to a perturbation of exactly eps: the input and its neighbour are each off
 * by half a unit in the last place of values that are at most some hundreds.
 */
function slack(eps: number): number {
  return eps * 1e-4 + 1e-6;
}

/** Whether an adversarial input is near enough to count. */
export function isWithin(
  distance: Distance,
  { norm }: Pick<PlannedAttack, "norm">,
  eps: number | undefined,
): boolean {
  if (eps === undefined) return Number.isFinite(distance.l2);
  return distance[norm ?? "linf"] <= eps + slack(eps);
}

function distanceAt(results: ItemResults, at: number): Distance {
  const { linf, l2, l1, l0 } = results;
  return { linf: linf[at]!, l2: l2[at]!, l1: l1[at]!, l0: l0[at]! };
}

/** For each attacked input whether the attack won at this eps. */
export function brokenAt(
  record: AttackRecord,
  labels: Int32Array,
  eps: number | undefined,
): readonly boolean[] {
  const { results, plan } = record;
  return Array.from(
    results.items,
    (item, at) =>
      results.after[at] !== labels[item] && isWithin(distanceAt(results, at), plan, eps),
  );
}

function distancesOf(results: ItemResults, broken: readonly boolean[]): Distances | undefined {
  if (!broken.includes(true)) return undefined;
  const of = (values: Float64Array): Distances["l2"] =>
    spreadOf(Array.from(values).filter((_, at) => broken[at]));
  return { linf: of(results.linf), l2: of(results.l2), l1: of(results.l1), l0: of(results.l0) };
}

/** Accuracy by class, of the inputs before `upTo`; `lost` are those that attacks changed. */
export function perClassOf(
  given: {
    readonly labels: Int32Array;
    /** What the model says of untouched inputs. */
    readonly clean: Int32Array;
    readonly upTo: number;
  },
  lost: ReadonlySet<number>,
): readonly ClassAccuracy[] {
  const { labels, clean, upTo } = given;
  const counts = new Map<number, { count: number; clean: number; robust: number }>();
  for (let item = 0; item < upTo; item++) {
    const label = labels[item]!;
    const at = counts.get(label) ?? { count: 0, clean: 0, robust: 0 };
    counts.set(label, at);
    at.count++;
    if (clean[item] !== label) continue;
    at.clean++;
    if (!lost.has(item)) at.robust++;
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([label, { count, clean: right, robust }]) => ({
      label,
      count,
      clean: right / count,
      robust: robust / count,
    }));
}

/** The numbers of an attack at one eps. */
export function outcomeOf(
  record: AttackRecord,
  eps: number | undefined,
  given: { readonly labels: Int32Array; readonly clean: Int32Array },
): AttackOutcome {
  const { plan, results, upTo, targets, zeroGradients } = record;
  const { meta } = plan.attack;
  const { labels, clean } = given;
  const broken = brokenAt(record, labels, eps);
  const attacked = results.items.length;
  const won = broken.filter(Boolean).length;
  const rate = rateOf(attacked - won, upTo);
  const lost = new Set(results.items.filter((_, at) => broken[at]));
  const distances = distancesOf(results, broken);
  const wrong = Array.from(results.items, (item, at) => results.after[at] !== labels[item]);
  const reached =
    targets === undefined
      ? undefined
      : Array.from(
          results.items,
          (item, at) => broken[at] === true && results.after[at] === targets[item],
        ).filter(Boolean).length;
  const share = (count: number): number => (attacked === 0 ? 0 : count / attacked);
  return {
    id: meta.id,
    title: meta.title,
    access: meta.access,
    kind: meta.kind,
    ...(plan.norm !== undefined && { norm: plan.norm }),
    ...(eps !== undefined && { eps }),
    targeted: targets !== undefined,
    parameters: plan.shown,
    evaluated: upTo,
    robustAccuracy: rate.value,
    interval: [rate.low, rate.high],
    successRate: share(won),
    ...(reached !== undefined && { targetRate: share(reached) }),
    perClass: perClassOf({ labels, clean, upTo }, lost),
    ...(distances !== undefined && { distances }),
    queries: spreadOf(Array.from(results.queries)),
    seconds: record.seconds,
    ...(zeroGradients !== undefined && { zeroGradients }),
    unchanged: share(Array.from(results.l0).filter((moved) => moved === 0).length),
    // Of an attack that searches the least change, those beyond eps are no fault of it.
    outside:
      meta.kind === "bounded" ? wrong.filter((is, at) => is && broken[at] !== true).length : 0,
    notes: record.notes,
  };
}

/** Numbers of the inputs that an attack broke at this eps. */
export function lostTo(
  record: AttackRecord,
  labels: Int32Array,
  eps: number | undefined,
): ReadonlySet<number> {
  const broken = brokenAt(record, labels, eps);
  return new Set(record.results.items.filter((_, at) => broken[at]));
}

/** An attack judged at one of its bounds. */
export interface JudgedAttack {
  readonly record: AttackRecord;
  readonly eps: number | undefined;
}

/** Per input the worst over attacks, of the inputs that all of them got to. */
export function worstOf(
  judged: readonly JudgedAttack[],
  given: { readonly labels: Int32Array; readonly clean: Int32Array },
): {
  readonly worst: Omit<WorstCase, "norm" | "eps">;
  readonly lost: ReadonlySet<number>;
  readonly upTo: number;
} {
  const { labels, clean } = given;
  const upTo = Math.min(labels.length, ...judged.map(({ record }) => record.upTo));
  const lost = new Set<number>();
  for (const { record, eps } of judged)
    for (const item of lostTo(record, labels, eps)) if (item < upTo) lost.add(item);
  let robust = 0;
  for (let item = 0; item < upTo; item++)
    if (clean[item] === labels[item] && !lost.has(item)) robust++;
  const attacks = [...new Set(judged.map(({ record }) => record.plan.attack.meta.id))];
  return { worst: { attacks, robustAccuracy: rateOf(robust, upTo) }, lost, upTo };
}
