import type { Detection } from "../detection.ts";
import { canonicalise, type Canonical } from "../unicode/index.ts";
import { views, type View } from "../views/index.ts";
import { lettersForDigits, withDigitsForLetters } from "./digits.ts";
import { featuresOf } from "./features.ts";
import { conceptNumber } from "./lexicon.ts";
import { trainedModel } from "./model.ts";
import { longestScan, scan, type Scan } from "./scan.ts";
import { bestWindow, head, sumUp, windowScore } from "./score.ts";
import { windowsOf } from "./windows.ts";

/** From which score on a text counts as an attack. */
export const injectionThreshold = 0.5;

/** Where a text stands in an exchange; what comes from tools and documents is data. */
export type InjectionSource = "system" | "user" | "tool" | "assistant";

/** The window of a text that most looks like an attack, in tokens, with its score from 0 to 1. */
interface Judged {
  readonly score: number;
  readonly from: number;
  readonly to: number;
}

const nothing: Judged = { score: 0, from: 0, to: 0 };

function judge(seen: Scan, source: InjectionSource): Judged {
  if (seen.tokens === 0 || source === "system") return nothing;
  const which = source === "tool" ? head.tool : head.user;
  const model = trainedModel();
  sumUp(featuresOf(seen), seen.tokens, { model, which });
  const windows = windowsOf(seen);
  const best = bestWindow(windows);
  const from = windows.from[best]!;
  const to = windows.to[best]!;
  const value = windowScore(from, to) * model.scale[which]! + model.offset[which]!;
  return { score: 1 / (1 + Math.exp(-value)), from, to };
}

const playing = new Set(
  ["ACT", "PERSONA", "NORULES", "CHARACTER", "ETHICS", "REFUSE", "HYPO", "DEBUG", "MODE"].map(
    conceptNumber,
  ),
);
const ordering = new Set(
  ["IGNORE", "OVERRIDE", "INSTR", "PREV", "REVEAL", "PASSWORD", "PROMPT", "USERX", "ANSWER"].map(
    conceptNumber,
  ),
);

/** A jailbreak plays a part or a game; an injection gives orders, or asks for what the prompt holds. */
function looksPlayed(seen: Scan, { from, to }: Judged): boolean {
  let balance = 0;
  for (let token = from; token < to; token++) {
    const concept = seen.concept[token]!;
    if (playing.has(concept)) balance++;
    else if (ordering.has(concept)) balance--;
  }
  return balance > 0;
}

/** Longer texts are read in pieces, which overlap by so many characters. */
const overlap = 1_024;

/** The clearest attack of a text: where it is, and whether it looks like a jailbreak. */
interface Found {
  readonly score: number;
  readonly start: number;
  readonly end: number;
  readonly isJailbreak: boolean;
  /** What had to be taken off to read it so. */
  readonly disguise?: string;
}

/** Of a text and another that is a part of it, read in some way, the clearer attack. */
function clearer(found: Found, { seen, at, source, disguise }: Look): Found {
  const judged = judge(seen, source);
  if (judged.score <= found.score) return found;
  return {
    score: judged.score,
    start: at + seen.start[judged.from]!,
    end: at + seen.end[judged.to - 1]!,
    isJailbreak: looksPlayed(seen, judged),
    disguise,
  };
}

interface Look {
  readonly seen: Scan;
  /** Where what is seen stands in the text. */
  readonly at: number;
  readonly source: InjectionSource;
  readonly disguise?: string;
}

function clearest(text: string, source: InjectionSource): Found {
  let found: Found = { score: 0, start: 0, end: 0, isJailbreak: false };
  for (let at = 0; at < text.length; at += longestScan - overlap) {
    const piece = text.length <= longestScan ? text : text.slice(at, at + longestScan);
    const seen = scan(piece);
    const disguised = withDigitsForLetters(seen);
    found = clearer(found, { seen, at, source });
    for (const { start, end } of disguised)
      for (const letter of ["i", "l"] as const) {
        const letters = scan(lettersForDigits(piece.slice(start, end), letter));
        found = clearer(found, { seen: letters, at: at + start, source, disguise: "leet" });
      }
    if (at + longestScan >= text.length) break;
  }
  return found;
}

/** The ways in which a text can be read: without disguises that stand in it, and decoded. */
export interface Readings {
  readonly canonical: Canonical;
  readonly views: readonly View[];
}

export function readingsOf(text: string): Readings {
  const canonical = canonicalise(text);
  return { canonical, views: views(canonical) };
}

/** How much a text looks like an attack in the reading where it does most, from 0 to 1. Total, linear. */
export function injectionScore(text: string, source: InjectionSource): number {
  const { canonical, views } = readingsOf(text);
  let score = clearest(canonical.text, source).score;
  for (const view of views) score = Math.max(score, clearest(view.text, source).score);
  return score;
}

/**
 * Orders to the model and talk that undoes its rules, in the readings of a text of one source: at most one, the
 * clearest; what stands in the open is told before what is disguised. The system prompt is where orders belong:
 * nothing is found there. Total, linear.
 */
export function findInjectionIn(
  { canonical, views }: Readings,
  source: InjectionSource,
  threshold = injectionThreshold,
): readonly Detection[] {
  let found = clearest(canonical.text, source);
  let { disguise } = found;
  let { toOriginal } = canonical;
  if (found.score < threshold)
    for (const view of views) {
      const other = clearest(view.text, source);
      if (other.score <= found.score) continue;
      found = other;
      ({ disguise, toOriginal } = view);
    }
  if (found.score < threshold) return [];
  const { score, isJailbreak } = found;
  const { start, end } = toOriginal(found.start, found.end);
  disguise ??= canonical.disguiseOf({ start, end });
  const place = { score, start, end, ...(disguise === undefined ? {} : { disguise }) };
  if (source === "tool") return [{ kind: "prompt-injection", rule: "order-in-data", ...place }];
  return isJailbreak
    ? [{ kind: "jailbreak", rule: "role-play", ...place }]
    : [{ kind: "prompt-injection", rule: "order-to-model", ...place }];
}

/** As `findInjectionIn`, for a text that was not taken apart yet. */
export function findInjection(text: string, source: InjectionSource): readonly Detection[] {
  return findInjectionIn(readingsOf(text), source);
}
