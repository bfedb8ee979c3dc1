import type { Detection } from "../detect/detection.ts";
import type { AnswerContext, Edit, GuardStream, StreamState } from "./contract.ts";
import type { Detector } from "./detectors.ts";
import { editsOf } from "./edits.ts";
import { holdWords } from "./hold.ts";
import { askedOf, read, ruledOf, told, type Ruled } from "./reading.ts";
import type { RuleTable } from "./rules.ts";

/** Text that has left is still read so far back at least, for the words that tell what comes after them. */
const leastContext = 160;
/** The text is looked at where a sentence ends, not more often than this, and at least so often. */
const shortestStep = 48;
const longestStep = 192;
/**
 * At most so much is held back. What is longer and has no end is let go in halves while nothing is
 * seen in it, and blocks where something is.
 */
export const mostHeld = 32_768;

const sentenceEnds = new Set([".", "!", "?", ":", ";", "…"]);
const fullEnds = new Set(["\n", "。", "！", "？"]);

/** Lines that open or close a block of code. */
function fencesIn(text: string): number {
  return text.match(/(?:^|\n) {0,4}(?:```|~~~)/g)?.length ?? 0;
}

const fence = /^ {0,4}(?:```|~~~)/;

/** True where a text that is cut here begins with what would look like a fence, and stands within a line. */
function makesFence(text: string, cut: number): boolean {
  return text[cut - 1] !== "\n" && fence.test(text.slice(cut, cut + 8));
}

export interface StreamGiven {
  readonly detectors: readonly Detector[];
  readonly table: RuleTable;
  readonly context: AnswerContext;
}

/** What lies wholly before the hold, and the hold once nothing reaches over it. */
function holdOver(
  ruled: readonly Ruled[],
  given: { readonly hold: number; readonly floor: number; readonly end: number },
): number {
  let { hold } = given;
  for (let isMoved = true; isMoved;) {
    isMoved = false;
    for (const { detection } of ruled) {
      const isOpen = detection.end > hold || detection.end === given.end;
      if (!isOpen || detection.start >= hold || detection.end <= given.floor) continue;
      hold = detection.start;
      isMoved = true;
    }
  }
  return Math.max(hold, given.floor);
}

/**
 * Judges a text while it comes, block-before-emit. Where it is looked at depends on the text alone,
 * never on how it was cut into pieces, so that every cut comes to the same.
 */
export function openStream({ detectors, table, context }: StreamGiven): GuardStream {
  const asked = askedOf(detectors, table);
  const holding = asked.filter(
    ({ kinds, holdsOnlyToAct }) =>
      holdsOnlyToAct !== true ||
      kinds.some((kind) => table[kind].action === "block" || table[kind].action === "redact"),
  );
  const contextBefore = Math.max(leastContext, ...asked.map((each) => each.contextBefore ?? 0));
  /** What came, from `base` on. */
  let text = "";
  let base = 0;
  let received = 0;
  let settled = 0;
  let checked = 0;
  let last = "";
  let isBlocked = false;
  /** Whether what was forgotten ends within a fenced block of code. */
  let isFenced = false;
  let edits: Edit[] = [];
  let detections: Detection[] = [];

  function isDue(letter: string): boolean {
    const since = received - checked;
    const held = checked - settled;
    if (since >= Math.max(longestStep, held >> 1)) return true;
    if (since < Math.max(shortestStep, held >> 2)) return false;
    if (fullEnds.has(letter)) return true;
    return sentenceEnds.has(last) && (letter === " " || letter === "\t");
  }

  function holdOf(floor: number): number {
    let hold = holdWords(text, floor);
    for (const { holdFrom } of holding)
      if (holdFrom !== undefined) hold = Math.min(hold, holdFrom(text, floor, context));
    return Math.max(hold, floor);
  }

  /** Takes over what is known of the text before an offset of the window. */
  function settle(ruled: readonly Ruled[], hold: number): void {
    const floor = settled - base;
    const final = ruled.filter(
      ({ detection: { start, end } }) => end > floor && start < hold && end <= hold,
    );
    for (const { detection } of final) {
      const { start, end } = detection;
      detections.push({ ...told(detection), start: start + base, end: end + base });
    }
    if (final.some(({ action }) => action === "block")) {
      isBlocked = true;
      return;
    }
    const masked = final
      .filter(({ action }) => action === "redact")
      .map(({ detection }) => detection);
    if (masked.length > 0) {
      const reading = read({ text, source: "assistant", context, isFenced });
      for (const edit of editsOf(masked, reading)) {
        if (edit.end <= floor) continue;
        const start = Math.max(edit.start, floor) + base;
        edits.push({ start, end: edit.end + base, text: edit.text });
      }
    }
    settled = base + hold;
  }

  function check(isEnd: boolean): void {
    checked = received;
    const floor = settled - base;
    const ruled = ruledOf(read({ text, source: "assistant", context, isFenced }), asked, table);
    const end = text.length;
    let hold = end;
    let kept = contextBefore;
    if (!isEnd) {
      hold = holdOver(ruled, { hold: holdOf(floor), floor, end });
      if (end - hold > mostHeld) {
        const isSeen = ruled.some(
          ({ detection, action }) =>
            action !== "flag" && detection.end > floor && detection.end === end,
        );
        if (isSeen) {
          settle(ruled, end);
          isBlocked = true;
          return;
        }
        kept = mostHeld >> 1;
        hold = Math.max(floor, end - kept);
      }
    }
    settle(ruled, hold);
    // What has left is forgotten up to the words that the next look needs.
    let cut = Math.max(0, settled - base - kept);
    while (cut > 0 && settled - base - cut < kept + 64 && !/\s/.test(text[cut - 1]!)) cut--;
    while (cut > 0 && makesFence(text, cut)) cut--;
    if (cut === 0) return;
    if (fencesIn(text.slice(0, cut)) % 2 === 1) isFenced = !isFenced;
    text = text.slice(cut);
    base += cut;
  }

  function state(): StreamState {
    const now = { settled, edits, detections, isBlocked };
    edits = [];
    detections = [];
    return now;
  }

  return {
    push: (piece) => {
      let from = 0;
      for (let at = 0; at < piece.length && !isBlocked; at++) {
        const letter = piece[at]!;
        received++;
        if (isDue(letter)) {
          text += piece.slice(from, at + 1);
          from = at + 1;
          check(false);
        }
        last = letter;
      }
      if (!isBlocked) text += piece.slice(from);
      return state();
    },
    end: () => {
      if (!isBlocked) check(true);
      return state();
    },
  };
}
