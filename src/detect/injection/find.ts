import type { Detection } from "../detection.ts";
import { featuresOf } from "./features.ts";
import { conceptNumber } from "./lexicon.ts";
import { trainedModel } from "./model.ts";
import { scan, type Scan } from "./scan.ts";
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
function isJailbreak(seen: Scan, { from, to }: Judged): boolean {
  let balance = 0;
  for (let token = from; token < to; token++) {
    const concept = seen.concept[token]!;
    if (playing.has(concept)) balance++;
    else if (ordering.has(concept)) balance--;
  }
  return balance > 0;
}

/** Longer texts are read in pieces of so many characters, which overlap by so many. */
const pieceLength = 32_768;
const overlap = 1_024;

/** The clearest attack of a text: where it is, and whether it looks like a jailbreak. */
interface Found {
  readonly score: number;
  readonly start: number;
  readonly end: number;
  readonly jailbreak: boolean;
}

function clearest(text: string, source: InjectionSource): Found {
  let found: Found = { score: 0, start: 0, end: 0, jailbreak: false };
  for (let at = 0; at < text.length; at += pieceLength - overlap) {
    const seen = scan(text.length <= pieceLength ? text : text.slice(at, at + pieceLength));
    const judged = judge(seen, source);
    if (judged.score > found.score)
      found = {
        score: judged.score,
        start: at + seen.start[judged.from]!,
        end: at + seen.end[judged.to - 1]!,
        jailbreak: judged.score >= injectionThreshold && isJailbreak(seen, judged),
      };
    if (at + pieceLength >= text.length) break;
  }
  return found;
}

/** How much a text looks like an attack, from 0 to 1. Total, linear. */
export function injectionScore(text: string, source: InjectionSource): number {
  return clearest(text, source).score;
}

/**
 * Orders to the model and talk that undoes its rules, in a text of one source: at most one, the clearest. The system
 * prompt is where orders belong: nothing is found there. Total, linear.
 */
export function findInjection(text: string, source: InjectionSource): readonly Detection[] {
  const { score, start, end, jailbreak } = clearest(text, source);
  if (score < injectionThreshold) return [];
  if (source === "tool")
    return [{ kind: "prompt-injection", rule: "order-in-data", score, start, end }];
  return jailbreak
    ? [{ kind: "jailbreak", rule: "role-play", score, start, end }]
    : [{ kind: "prompt-injection", rule: "order-to-model", score, start, end }];
}
