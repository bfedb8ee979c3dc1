// Robust accuracy over eps.
import type { RobustnessCurve } from "../../core/index.ts";
import type { AttackRecord } from "./evaluation.ts";
import { lostTo } from "./judge.ts";
import { rateOf } from "./statistics.ts";

/** Points of the curve of an attack that searches the least change: all of it is known from one run. */
const pointsOfMinimal = 24;

interface Known {
  readonly labels: Int32Array;
  readonly clean: Int32Array;
}

function rateAt(record: AttackRecord, eps: number, { labels, clean }: Known) {
  const lost = lostTo(record, labels, eps);
  let robust = 0;
  for (let item = 0; item < record.upTo; item++)
    if (clean[item] === labels[item] && !lost.has(item)) robust++;
  return { eps, robustAccuracy: rateOf(robust, record.upTo) };
}

/** The least round step that is no smaller: 1, 2 or 5 times a power of ten, or whole steps of a byte. */
function roundStep(least: number, isBytes: boolean): number {
  const unit = isBytes ? 1 / 255 : 1;
  const wanted = least / unit;
  if (isBytes && wanted <= 1) return unit;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const factor = [1, 2, 5, 10].find((each) => each * power >= wanted * 0.999) ?? 10;
  return factor * power * unit;
}

function pointsOf(record: AttackRecord, known: Known): readonly number[] {
  const { plan, results } = record;
  const said = plan.eps.filter((eps) => eps !== undefined);
  if (plan.attack.meta.kind !== "minimal") return said;
  const won = Array.from(results[plan.norm ?? "linf"]).filter(
    (distance, at) =>
      results.after[at] !== known.labels[results.items[at]!] && Number.isFinite(distance),
  );
  // The last tenth of a percent is far out, and would press the rest of the curve to the left.
  const far = won.toSorted((a, b) => a - b).at(Math.floor(won.length * 0.98) - 1) ?? 0;
  const most = Math.max(far, ...said);
  const step = roundStep(most / pointsOfMinimal, plan.norm === "linf" && most < 1);
  const between = Array.from(
    { length: Math.max(1, Math.round(most / step)) },
    (_, at) => (at + 1) * step,
  );
  return most === 0 ? said : [...new Set([...said, ...between])];
}

/** One curve for each attack of which more than one point is known; each starts at the clean accuracy. */
export function curvesOf(
  records: readonly AttackRecord[],
  known: Known,
): readonly RobustnessCurve[] {
  const curves = new Map<string, AttackRecord[]>();
  for (const record of records) {
    const { attack, norm } = record.plan;
    if (norm === undefined || record.upTo === 0) continue;
    const key = `${attack.meta.id} ${norm}`;
    curves.set(key, [...(curves.get(key) ?? []), record]);
  }
  return [...curves.values()].flatMap((group) => {
    const [first] = group;
    const points = group
      .flatMap((record) => pointsOf(record, known).map((eps) => rateAt(record, eps, known)))
      .sort((a, b) => a.eps - b.eps);
    if (points.length < 2 || first === undefined) return [];
    const start = rateAt(
      { ...first, results: { ...first.results, items: new Int32Array(0) } },
      0,
      known,
    );
    const { attack, norm } = first.plan;
    return [{ attack: attack.meta.id, norm: norm!, points: [start, ...points] }];
  });
}
