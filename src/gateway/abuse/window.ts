import { likeness, sketchOf } from "./sketch.ts";
import { shapiroWilk } from "./shapiro.ts";

/** Queries that are looked back on. */
export const span = 128;
/** Below this many nothing is said. */
const fewest = 64;
/** Words over which variety is measured, and the share of different ones that no language has. */
const wordSpan = 1_000;
/** Milliseconds of a burst, and of what it is held against. */
const burstMs = 10_000;
const usualMs = 600_000;

/** Distance below which a query is one that was asked before. */
const again = 0.02;
/**
 * W of natural use is not below this: 28 clients of 200 turns each of hh-rlhf's people had 0.892 at the
 * least, at any time; queries that are jittered from 4 to 16 seeds fall to 0.66 to 0.76.
 */
const leastNatural = 0.89;

/** Signs of one client, each from 0 to 1; what is not told yet is 0. */
export interface Signs {
  /** Distances between queries that no honest client's have (after PRADA, arXiv 1805.02628). */
  readonly prada: number;
  /** Queries that are one text with a hole in it. */
  readonly templates: number;
  /** Queries that differ by a number. */
  readonly enumeration: number;
  /** Queries whose words hardly ever come twice: a vocabulary that is worked through. */
  readonly coverage: number;
  /** Queries that want log-probabilities. */
  readonly "log-probabilities": number;
  /** Far more at once than is usual for the client. */
  readonly flooding: number;
}

export const noSigns: Signs = {
  prada: 0,
  templates: 0,
  enumeration: 0,
  coverage: 0,
  "log-probabilities": 0,
  flooding: 0,
};

interface Query {
  readonly sketch: Float32Array;
  /** Its beginning, in which a template is sought. */
  readonly text: string;
  readonly skeleton: string;
  readonly distance: number | undefined;
  readonly isTemplate: boolean;
  readonly isCount: boolean;
  readonly wantsLogProbabilities: boolean;
}

/** Characters of a query that are held against others for a template. */
const textMost = 400;
/** Queries before that are looked at for that. */
const templateBack = 8;
/** Share of a query that a template makes up. */
const templateShare = 0.6;

function shared(one: string, other: string): number {
  const least = Math.min(one.length, other.length);
  let start = 0;
  while (start < least && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < least - start &&
    one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end)
  )
    end++;
  return (start + end) / Math.max(one.length, other.length, 1);
}

function hashWord(word: string): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < word.length; at++)
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x0100_0193);
  return hash;
}

function share(queries: readonly Query[], is: (query: Query) => boolean): number {
  return queries.filter(is).length / queries.length;
}

/** What one client asked lately. Bounded: the same memory however long it asks. */
export interface ClientWindow {
  readonly add: (text: string, wantsLogProbabilities: boolean) => void;
  readonly signs: () => Signs;
}

export function openWindow(now: () => number): ClientWindow {
  const queries: Query[] = [];
  const words: number[] = [];
  const counts = new Map<number, number>();
  const times: number[] = [];
  let begun: number | undefined;
  let total = 0;

  function countWords(text: string): void {
    for (const word of text
      .toLowerCase()
      .match(/\p{L}{2,40}/gu)
      ?.slice(0, 200) ?? []) {
      const hash = hashWord(word);
      words.push(hash);
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
      if (words.length <= wordSpan) continue;
      const old = words.shift()!;
      const left = counts.get(old)! - 1;
      if (left === 0) counts.delete(old);
      else counts.set(old, left);
    }
  }

  function add(whole: string, wantsLogProbabilities: boolean): void {
    const text = whole.slice(0, textMost);
    const sketch = sketchOf(whole);
    let nearest = -1;
    for (const query of queries) nearest = Math.max(nearest, likeness(sketch, query.sketch));
    const before = queries.slice(-templateBack);
    const skeleton = text.replaceAll(/\d+/g, "0");
    const isCount = before.some((query) => query.skeleton === skeleton && query.text !== text);
    const isTemplate =
      whole.length <= textMost &&
      before.some((query) => query.text !== text && shared(text, query.text) >= templateShare);
    const distance = queries.length === 0 ? undefined : 1 - nearest;
    queries.push({ sketch, text, skeleton, distance, isTemplate, isCount, wantsLogProbabilities });
    if (queries.length > span) queries.shift();
    countWords(text);
    const at = now();
    begun ??= at;
    total++;
    times.push(at);
    if (times.length > 4_096) times.shift();
  }

  function flooding(): number {
    const at = now();
    const recent = times.filter((time) => at - time < burstMs).length;
    const watched = Math.min(usualMs, at - begun!);
    if (recent < 50 || watched < 6 * burstMs) return 0;
    const kept = times.filter((time) => at - time < usualMs && at - time >= burstMs);
    const usual = (Math.max(kept.length, 1) / (watched - burstMs)) * burstMs;
    return Math.min(1, recent / usual / 16);
  }

  function prada(): number {
    // A question that is asked again word for word says nothing: people do that, and so do retries.
    const distances = queries.flatMap(({ distance = 0 }) => (distance > again ? [distance] : []));
    const w = distances.length < fewest / 2 ? undefined : shapiroWilk(distances);
    return w === undefined ? 0 : Math.max(0, Math.min(1, (leastNatural - w) / 0.08));
  }

  function signs(): Signs {
    if (total === 0) return noSigns;
    if (queries.length < fewest) return { ...noSigns, flooding: flooding() };
    const variety = words.length < wordSpan ? 0 : counts.size / words.length;
    return {
      prada: prada(),
      templates: share(queries, ({ isTemplate, isCount }) => isTemplate && !isCount),
      enumeration: share(queries, ({ isCount }) => isCount),
      coverage: Math.max(0, Math.min(1, (variety - 0.6) / 0.25)),
      "log-probabilities": share(queries, (query) => query.wantsLogProbabilities),
      flooding: flooding(),
    };
  }

  return { add, signs };
}
