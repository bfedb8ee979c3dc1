// How well scores tell two groups apart: what every membership attack is judged by.

export interface Separation {
  /** Area under the ROC curve: the chance that a member scores above a non-member; 0.5 tells nothing. */
  readonly auc: number;
  /** 95 % interval of it (Hanley & McNeil 1982). */
  readonly aucInterval: readonly [number, number];
  /**
   * Mean of the rates at which members and non-members are told rightly, with a threshold that was chosen on one
   * half of the data and applied to the other.
   */
  readonly balancedAccuracy: number;
  /**
   * Share of members found where at most this share of non-members is accused (Carlini et al. 2022): what an
   * average hides. Undefined where there are too few non-members to tell.
   */
  readonly truePositiveRate: {
    readonly at1: number | undefined;
    readonly at01: number | undefined;
  };
}

interface Scored {
  readonly score: number;
  readonly isMember: boolean;
}

/** Ranks by score; equal scores share their rank. */
function areaOf(sorted: readonly Scored[], members: number, others: number): number {
  let rankSum = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (end < sorted.length && sorted[end]!.score === sorted[start]!.score) end++;
    const rank = (start + 1 + end) / 2;
    for (let at = start; at < end; at++) if (sorted[at]!.isMember) rankSum += rank;
    start = end;
  }
  return (rankSum - (members * (members + 1)) / 2) / (members * others);
}

function intervalOf(auc: number, members: number, others: number): readonly [number, number] {
  const both = auc / (2 - auc);
  const one = (2 * auc * auc) / (1 + auc);
  const variance =
    (auc * (1 - auc) + (members - 1) * (both - auc * auc) + (others - 1) * (one - auc * auc)) /
    (members * others);
  const reach = 1.96 * Math.sqrt(Math.max(0, variance));
  return [Math.max(0, auc - reach), Math.min(1, auc + reach)];
}

/** The threshold at or above which to say "member", so that the mean of both rates is greatest. */
function bestThreshold(sorted: readonly Scored[]): number {
  const members = sorted.filter(({ isMember }) => isMember).length;
  const others = sorted.length - members;
  let [found, accused] = [members, others];
  let best = -Infinity;
  let most = 0.5;
  for (let at = 0; at < sorted.length; at++) {
    const isFirst = at === 0 || sorted[at]!.score !== sorted[at - 1]!.score;
    const balanced = (found / members + 1 - accused / others) / 2;
    if (isFirst && balanced > most) {
      most = balanced;
      best = sorted[at]!.score;
    }
    if (sorted[at]!.isMember) found--;
    else accused--;
  }
  return best;
}

function balancedAt(scored: readonly Scored[], threshold: number): number {
  let [found, members, spared, others] = [0, 0, 0, 0];
  for (const { score, isMember } of scored) {
    if (isMember) {
      members++;
      if (score >= threshold) found++;
    } else {
      others++;
      if (score < threshold) spared++;
    }
  }
  return (found / members + spared / others) / 2;
}

function rateAt(sorted: readonly Scored[], share: number): number | undefined {
  const others = sorted.filter(({ isMember }) => !isMember).length;
  const members = sorted.length - others;
  // With fewer, not one of them may be accused, and chance decides.
  if (others * share < 1) return undefined;
  const mayAccuse = Math.floor(others * share);
  let accused = 0;
  let found = 0;
  let rate = 0;
  for (let end = sorted.length; end > 0;) {
    let start = end;
    while (start > 0 && sorted[start - 1]!.score === sorted[end - 1]!.score) start--;
    for (let at = start; at < end; at++) {
      if (sorted[at]!.isMember) found++;
      else accused++;
    }
    if (accused > mayAccuse) break;
    rate = found / members;
    end = start;
  }
  return rate;
}

/** Judges scores of which higher ones mean "member". Scores that are no numbers count as lowest. */
export function separate(members: Float64Array, others: Float64Array): Separation {
  const scored = [
    ...Array.from(members, (score) => ({ score, isMember: true })),
    ...Array.from(others, (score) => ({ score, isMember: false })),
  ].map(({ score, isMember }) => ({ isMember, score: Number.isNaN(score) ? -Infinity : score }));
  const sorted = scored.toSorted((a, b) => a.score - b.score);
  const auc = areaOf(sorted, members.length, others.length);
  const halves = [0, 1].map((half) => scored.filter((_, at) => at % 2 === half));
  const balanced = halves.map((half, at) =>
    balancedAt(half, bestThreshold(halves[1 - at]!.toSorted((a, b) => a.score - b.score))),
  );
  return {
    auc,
    aucInterval: intervalOf(auc, members.length, others.length),
    balancedAccuracy: (balanced[0]! + balanced[1]!) / 2,
    truePositiveRate: { at1: rateAt(sorted, 0.01), at01: rateAt(sorted, 0.001) },
  };
}
