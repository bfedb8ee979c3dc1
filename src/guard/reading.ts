import type { Detection } from "../detect/detection.ts";
import { canonicalise } from "../detect/unicode/index.ts";
import { views } from "../detect/views/index.ts";
import type { Action, AnswerContext, GuardResult, Source, Verdict } from "./contract.ts";
import type { Detector, Reading, Sighting } from "./detectors.ts";
import { editsOf } from "./edits.ts";
import { actionOn, type RuleTable } from "./rules.ts";

/** A detection and what its rule says. */
export interface Ruled {
  readonly detection: Sighting;
  readonly action: Exclude<Action, "allow">;
}

export interface ReadingGiven {
  readonly text: string;
  readonly source: Source;
  readonly context?: AnswerContext;
  readonly isFenced?: boolean;
}

const noContext: AnswerContext = {};

/** Reads a text once for all detectors. */
export function read(given: ReadingGiven): Reading {
  const { text, source, context = noContext, isFenced = false } = given;
  const canonical = canonicalise(text);
  return { text, canonical, views: views(canonical), source, context, isFenced };
}

/** Those of the detectors that can tell something which counts. */
export function askedOf(detectors: readonly Detector[], table: RuleTable): readonly Detector[] {
  return detectors.filter(({ kinds }) => kinds.some((kind) => table[kind].action !== "allow"));
}

/** What detectors see in a text and what is to be done, in the order of the text. */
export function ruledOf(
  reading: Reading,
  detectors: readonly Detector[],
  table: RuleTable,
): readonly Ruled[] {
  const ruled: Ruled[] = [];
  for (const { find } of detectors) {
    for (const detection of find(reading)) {
      const action = actionOn(table, detection);
      if (action !== "allow") ruled.push({ detection, action });
    }
  }
  return ruled.length < 2
    ? ruled
    : ruled.sort(
        (a, b) => a.detection.start - b.detection.start || b.detection.end - a.detection.end,
      );
}

/** What is told of a sighting. */
export function told(sighting: Sighting): Detection {
  if (sighting.replacement === undefined) return sighting;
  const { kind, rule, score, start, end } = sighting;
  return { kind, rule, score, start, end };
}

/** The verdict that detections come to. */
export function resultOf(ruled: readonly Ruled[], reading: Reading): GuardResult {
  const detections = ruled.map(({ detection }) => told(detection));
  if (ruled.some(({ action }) => action === "block"))
    return { verdict: "block", detections, edits: [] };
  const masked = ruled.filter(({ action }) => action === "redact");
  const edits = editsOf(
    masked.map(({ detection }) => detection),
    reading,
  );
  const verdict: Verdict = edits.length > 0 ? "redact" : "allow";
  return { verdict, detections, edits };
}
