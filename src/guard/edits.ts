import type { DetectionKind } from "../detect/detection.ts";
import { neutralised } from "../detect/template-tokens/index.ts";
import type { Edit } from "./contract.ts";
import type { Reading, Sighting } from "./detectors.ts";

/** What stands where something was taken out: `[EMAIL]`, `[SECRET]`. */
export const labels = {
  secret: "SECRET",
  "email-address": "EMAIL",
  "phone-number": "PHONE",
  "credit-card": "CARD",
  iban: "IBAN",
  "us-ssn": "SSN",
  "ip-address": "IP",
  "national-id": "ID",
  "system-prompt-leak": "REMOVED",
  canary: "REMOVED",
  exfiltration: "LINK REMOVED",
  "dangerous-command": "COMMAND REMOVED",
  "offensive-language": "REMOVED",
  "prompt-injection": "REMOVED",
  jailbreak: "REMOVED",
  "hidden-text": "",
  "template-tokens": "",
  "schema-mismatch": "REMOVED",
  "too-long": "REMOVED",
} as const satisfies Readonly<Record<DetectionKind, string>>;

/** Layers in which no tokenizer sees a token: there is nothing to neutralise. */
const isReadThrough = new Set([
  "zero-width",
  "soft-hyphens",
  "homoglyphs",
  "other-letter-forms",
  "combining-marks",
]);

/** What is changed in a text because of one detection. */
function editsFor(detection: Sighting, { text, canonical }: Reading): readonly Edit[] {
  const { kind, start, end, disguise } = detection;
  if (kind === "hidden-text")
    return canonical.removed
      .filter((span) => span.start >= start && span.end <= end)
      .map((span) => ({ ...span, text: "" }));
  if (kind === "template-tokens") {
    if (disguise !== undefined && !isReadThrough.has(disguise)) return [];
    return [{ start, end, text: neutralised(text.slice(start, end)) }];
  }
  return [{ start, end, text: detection.replacement ?? `[${labels[kind]}]` }];
}

/** Puts edits in order; of those that overlap the first one grows over the others. */
function merged(edits: readonly Edit[]): readonly Edit[] {
  if (edits.length < 2) return edits;
  const sorted = edits.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Edit[] = [];
  for (const edit of sorted) {
    const last = kept.at(-1);
    if (last === undefined || edit.start >= last.end) kept.push(edit);
    else if (edit.end > last.end)
      kept[kept.length - 1] = { start: last.start, end: edit.end, text: last.text || edit.text };
    else if (last.text === "" && edit.text !== "")
      kept[kept.length - 1] = { ...last, text: edit.text };
  }
  return kept;
}

/** What is changed in a text because of detections, in order and without overlaps. */
export function editsOf(detections: readonly Sighting[], reading: Reading): readonly Edit[] {
  if (detections.length === 0) return [];
  return merged(detections.flatMap((each) => editsFor(each, reading)));
}

/** A text with edits, which are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let made = "";
  let after = 0;
  for (const { start, end, text: put } of edits) {
    made += text.slice(after, start) + put;
    after = end;
  }
  return made + text.slice(after);
}
