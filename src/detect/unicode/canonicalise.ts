import type { Span } from "../../core/index.ts";
import type { Detection } from "../detection.ts";
import { rewriting, samePlace, type Rewriting, type ToOriginal } from "../offsets.ts";
import {
  bitsOf,
  changes,
  generalMark,
  invisible,
  lookalike,
  mark,
  styled,
  weakLookalike,
} from "./classes.ts";
import { concealedTexts, selectorByte, tagOf, type Concealed, type Unseen } from "./concealed.ts";
import { foldLookalikes } from "./fold.ts";
import { hiddenDetections } from "./hidden.ts";
import { flagEnd, isHonest } from "./honest.ts";

/** A text as a person reads it, whatever characters it was written with. */
export interface Canonical {
  readonly text: string;
  readonly toOriginal: ToOriginal;
  /** What was hidden in it, as detections in the text as given. */
  readonly hidden: readonly Detection[];
  /** The texts that were written in characters that nobody sees. */
  readonly concealed: readonly Concealed[];
  /** Places of characters that hide or disguise, in order, in the text as given: what a guard takes out. */
  readonly removed: readonly Span[];
  /** How a part of the text as given is disguised; undefined where it is not. */
  readonly disguiseOf: (span: Span) => string | undefined;
}

const nothing: readonly never[] = [];
const onlyAscii = /^[\0-\u007f]*$/;

/** More marks than this on one letter are no spelling. */
const mostMarks = 2;
const overlays = /[\u0332-\u0338\u20d0-\u20e0\u20e5-\u20ea]/g;
const marks = /\p{M}/gu;
/** Greek and Cyrillic, to which other forms may have led. */
const alphabets = /[\u0370-\u052f]/;
const isPlainLetter = /^[A-Za-z0-9]/;

/** What a walk over a text has met. */
interface Walk {
  readonly text: string;
  readonly made: Rewriting;
  readonly unseen: Unseen[];
  readonly removed: Span[];
  /** Where letters were written in another form, and how. */
  readonly disguised: (Span & { readonly name: string })[];
}

/** A letter with its marks as it is usually written. */
function settleCluster(walk: Walk, start: number, end: number): void {
  const given = walk.text.slice(start, end);
  let plain = given.normalize("NFKC");
  const isStacked = (plain.match(marks)?.length ?? 0) > mostMarks;
  if (isStacked) plain = plain.normalize("NFD").replaceAll(marks, "");
  else plain = plain.replaceAll(overlays, "");
  if (plain === given) {
    walk.made.keep(start, end);
    return;
  }
  const name =
    plain.length < given.length && (bitsOf(given.charCodeAt(given.length - 1)) & generalMark) !== 0;
  if (name && !/\p{M}/u.test(plain)) walk.disguised.push({ start, end, name: "combining-marks" });
  walk.made.put(plain, start, end);
}

function asciiOfFull(code: number): string {
  return String.fromCharCode(code - 0xfee0);
}

function settleForm(walk: Walk, start: number, end: number): void {
  const full = walk.text.charCodeAt(start);
  // Full-width forms of ASCII, which Chinese and Japanese punctuation is.
  if (full >= 0xff01 && full <= 0xff5e) {
    const plain = asciiOfFull(full);
    if (isPlainLetter.test(plain)) walk.disguised.push({ start, end, name: "other-letter-forms" });
    walk.made.put(plain, start, end);
    return;
  }
  const given = walk.text.slice(start, end);
  const code = given.codePointAt(0)!;
  const styledLetter = code >= 0x1f150 && code <= 0x1f189;
  const plain = styledLetter
    ? String.fromCharCode(65 + (((code - 0x1f150) & 31) % 26))
    : given.normalize("NFKC");
  if (isPlainLetter.test(plain)) walk.disguised.push({ start, end, name: "other-letter-forms" });
  walk.made.put(plain, start, end);
}

function meetUnseen(walk: Walk, each: Unseen): boolean {
  const { code, start, end } = each;
  const isTag = tagOf(code) !== undefined;
  if (!isTag && isHonest(walk.text, each)) {
    // A joiner that spells a word stays; what only breaks lines goes without a word.
    if (code === 0x200c || code === 0x200d) walk.made.keep(start, end);
    return true;
  }
  walk.unseen.push(each);
  const last = walk.removed.at(-1);
  if (last !== undefined && last.end === start)
    walk.removed[walk.removed.length - 1] = { start: last.start, end };
  else walk.removed.push({ start, end });
  return false;
}

/** Takes a text with something in it that is not as it is usually written to the usual form. */
function walkOver(walk: Walk, isNormal: boolean): void {
  const { text, made } = walk;
  let kept = 0;
  let base = 0;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    if (unit < 128) {
      base = at++;
      continue;
    }
    const code = text.codePointAt(at)!;
    const end = at + (code > 0xffff ? 2 : 1);
    if (code === 0x1f3f4) {
      const flag = flagEnd(text, at);
      if (flag > at) {
        base = at;
        at = flag;
        continue;
      }
    }
    const bits = bitsOf(code);
    if ((bits & invisible) !== 0) {
      made.keep(kept, at);
      meetUnseen(walk, { code, start: at, end });
      kept = end;
      base = end;
      at = end;
    } else if ((bits & mark) !== 0 && (!isNormal || (bits & generalMark) !== 0)) {
      let after = end;
      while (after < text.length && (bitsOf(text.charCodeAt(after)) & mark) !== 0) after++;
      const start = Math.max(base, kept);
      made.keep(kept, start);
      settleCluster(walk, start, after);
      kept = base = at = after;
    } else if ((bits & changes) !== 0) {
      made.keep(kept, at);
      settleForm(walk, at, end);
      kept = base = at = end;
    } else {
      base = at;
      at = end;
    }
  }
  made.keep(kept, text.length);
}

interface Look {
  readonly isPlain: boolean;
  readonly hasLookalikes: boolean;
}

/** Looks at each character once, and tells whether any of them asks for more. */
function look(text: string): Look {
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 128) continue;
    let code = unit;
    if (unit >= 0xd800 && unit <= 0xdbff) {
      code = text.codePointAt(at)!;
      if (code > 0xffff) at++;
    }
    seen |= bitsOf(code);
  }
  return {
    isPlain: (seen & (invisible | changes | generalMark)) === 0,
    hasLookalikes: (seen & (lookalike | weakLookalike | styled)) !== 0,
  };
}

function disguiseFinder(
  marks: readonly (Span & { readonly name: string })[],
): (span: Span) => string | undefined {
  if (marks.length === 0) return () => undefined;
  const sorted = marks.toSorted((a, b) => a.start - b.start);
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.end <= start) low = middle + 1;
      else high = middle;
    }
    const first = sorted[low];
    return first !== undefined && first.start < end ? first.name : undefined;
  };
}

function disguiseName({ code }: Unseen): string {
  if (tagOf(code) !== undefined) return "unicode-tags";
  if (selectorByte(code) !== undefined) return "variation-selectors";
  return code === 0xad ? "soft-hyphens" : "zero-width";
}

/**
 * Takes a text to the form in which it is compared with others: compatibility forms of letters
 * (NFKC) made plain, what is not drawn taken out, letters that only look Latin folded word by word
 * where a word mixes scripts or stands in Latin text. Text that is honest in its script stays as it
 * is. One pass; ASCII costs one look.
 */
export function canonicalise(text: string): Canonical {
  const plain: Canonical = {
    text,
    toOriginal: samePlace,
    hidden: nothing,
    concealed: nothing,
    removed: nothing,
    disguiseOf: () => undefined,
  };
  if (onlyAscii.test(text)) return plain;
  const { isPlain, hasLookalikes } = look(text);
  const isNormal = isPlain && text.normalize("NFKC") === text;
  if (isNormal && !hasLookalikes) return plain;
  const walk: Walk = { text, made: rewriting(text), unseen: [], removed: [], disguised: [] };
  let usual: { readonly text: string; readonly toOriginal: ToOriginal } = plain;
  if (!isNormal) {
    walkOver(walk, text.normalize("NFKC") === text);
    usual = walk.made.finish();
  }
  const mayLook = hasLookalikes || alphabets.test(usual.text);
  const folded = mayLook ? foldLookalikes(usual.text) : { text: usual.text, spans: nothing };
  const concealed = concealedTexts(walk.unseen);
  const disguises = [
    ...walk.disguised,
    ...walk.unseen.map((each) => ({ start: each.start, end: each.end, name: disguiseName(each) })),
    ...folded.spans.map(({ start, end }) => ({
      ...usual.toOriginal(start, end),
      name: "homoglyphs",
    })),
  ];
  return {
    text: folded.text,
    toOriginal: usual.toOriginal,
    hidden: hiddenDetections(text, walk.unseen, concealed),
    concealed,
    removed: walk.removed,
    disguiseOf: disguiseFinder(disguises),
  };
}
