import type { Detection } from "../detection.ts";
import { featuresOf } from "./features.ts";
import { trainedModel } from "./model.ts";
import { scan, type Scan } from "./scan.ts";
import { bestWindow, head, sumUp, windowScore } from "./score.ts";
import { windowsOf } from "./windows.ts";

/** From which score on a text counts as an attack. */
export const injectionThreshold = 0.5;

/** Best window of a text, in tokens, and its score from 0 to 1. */
interface Judged {
  readonly score: number;
  readonly from: number;
  readonly to: number;
}

export function judge(seen: Scan, which: number): Judged {
  const features = featuresOf(seen);
  const model = trainedModel();
  sumUp(features, seen.tokens, model, which);
  const windows = windowsOf(seen);
  const best = bestWindow(windows);
  const from = windows.from[best]!;
  const to = windows.to[best]!;
  const value = windowScore(from, to) * model.scale[which]! + model.offset[which]!;
  return { score: 1 / (1 + Math.exp(-value)), from, to };
}

/** Orders to the model and talk that undoes its rules, in a text of one source. Total, linear. */
export function findInjection(text: string, source: "system" | "user" | "tool" | "assistant"): readonly Detection[] {
  if (source === "system") return [];
  const seen = scan(text);
  if (seen.tokens === 0) return [];
  const { score, from, to } = judge(seen, source === "tool" ? head.tool : head.user);
  if (score < injectionThreshold) return [];
  return [
    { kind: "prompt-injection", rule: "model", score, start: seen.start[from]!, end: seen.end[to - 1]! },
  ];
}
