import { conceptAt, conceptOfPlain, conceptOfWord, isWordy } from "./concept-at.ts";
import { charClass, classIn, classOf, foldIn, lookUp } from "./fold.ts";
import { root, step } from "./lexicon.ts";

/** What a token is. */
export const tokenKind = {
  word: 1,
  unspaced: 2,
  number: 3,
  /** Letters and digits mixed: an identifier. */
  mixed: 4,
  email: 5,
  url: 6,
  /** Names with dots between: hosts, files, calls. */
  dotted: 7,
  mark: 8,
} as const;

/** How a segment is bounded. */
export const segmentFlag = { question: 1, field: 2, first: 4, last: 8 } as const;

/** So much of a text is read at once, in UTF-16 units. */
export const longestScan = 32_768;
/** What goes on without an end of a sentence is cut after so many tokens. */
const longestSegment = 56;

/** Tokens of a text, in segments (sentences, lines, fields). Shared: valid until the next scan. */
export interface Scan {
  tokens: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  readonly hash: Int32Array;
  /** Hash of the first five characters of a longer word, else 0. */
  readonly stem: Int32Array;
  readonly concept: Uint8Array;
  segments: number;
  /** First token of each segment; one more than there are segments. */
  readonly segment: Int32Array;
  readonly flags: Uint8Array;
}

const shared: Scan = {
  tokens: 0,
  start: new Int32Array(longestScan),
  end: new Int32Array(longestScan),
  kind: new Uint8Array(longestScan),
  hash: new Int32Array(longestScan),
  stem: new Int32Array(longestScan),
  concept: new Uint8Array(longestScan),
  segments: 0,
  segment: new Int32Array(longestScan + 2),
  flags: new Uint8Array(longestScan + 2),
};
const { start: starts, end: ends, kind: kinds, hash: hashes, stem: stems, concept } = shared;

// Where the scan stands.
let tokens = 0;
let segments = 0;
let segmentStart = 0;
/** What is known of how the segment that is being read began. */
let opened = 0;
/** The mark that was read last, 0 after a word. */
let lastMark = 0;

function cut(flag: number): void {
  if (tokens > segmentStart) {
    shared.flags[segments] = opened | flag;
    segments++;
    shared.segment[segments] = tokens;
    segmentStart = tokens;
  }
  opened = 0;
}

function add(kind: number, start: number, end: number): void {
  starts[tokens] = start;
  ends[tokens] = end;
  kinds[tokens] = kind;
  hashes[tokens] = Math.imul(kind, 0x9e3779b1);
  stems[tokens] = 0;
  concept[tokens] = 0;
  tokens++;
}

const stops = new Set(Array.from("\"'<>(){}[]|,;`", (mark) => mark.charCodeAt(0)));

/** Where an address, a URL or a name with dots ends; a full stop at its end is the sentence's. */
function runEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind === charClass.space || kind === charClass.newline) break;
    if (kind === charClass.unspaced || stops.has(code)) break;
  }
  while (at > from && (text.charCodeAt(at - 1) === 0x2e || text.charCodeAt(at - 1) === 0x3a)) at--;
  return at;
}

/** Reads line ends; a line that goes on in lower case was only wrapped. */
function readNewline(text: string, from: number): number {
  let lines = 1;
  let at = from + 1;
  for (; at < text.length; at++) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === charClass.newline) lines++;
    else if (kind !== charClass.space) break;
  }
  const code = at < text.length ? text.charCodeAt(at) : 0;
  const isLower = code >= 0x61 && code <= 0x7a;
  if (lines > 2 || !isLower || lastMark === 0x3a) cut(0);
  return at;
}

const isLowerOrDigit = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);

/** Shorter runs of the characters of base64 are words and paths. */
const leastBlob = 40;

/** Before this place no run of base64 begins: it was looked at from an earlier one. */
let plainUntil = 0;

/** Where a run of base64 that begins at a place ends, or the place itself where none does. */
function blobEnd(text: string, from: number): number {
  if (from < plainUntil) return from;
  let seen = 0;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) seen |= 1;
    else if (code >= 0x41 && code <= 0x5a) seen |= 2;
    else if (code >= 0x30 && code <= 0x39) seen |= 4;
    else if (code !== 0x2b && code !== 0x2f && code !== 0x3d) break;
  }
  if (at - from >= leastBlob && seen === 7) return at;
  plainUntil = at;
  return from;
}

/** Beyond ASCII, or with an apostrophe: its letters alone do not tell what it means. */
const notPlain = 0x80;

/** Reads a word, a number, an identifier, an address or a name with dots. */
function readWord(text: string, from: number): number {
  let hash = root;
  let stem = 0;
  let letters = 0;
  let digits = 0;
  let isCode = false;
  let bits = 0;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const known = lookUp(code);
    const kind = classIn(known);
    if (kind === charClass.letter) letters++;
    else if (kind === charClass.digit) digits++;
    else if (kind === charClass.silent) continue;
    else if (code === 0x5f) isCode = true;
    else if ((code === 0x27 || code === 0x2019) && letters > 0 && isLetterAt(text, at + 1)) {
      letters++;
      bits = notPlain;
    } else break;
    bits |= code;
    hash = step(hash, foldIn(known));
    if (letters + digits === 5) stem = hash;
  }
  const next = at < text.length ? text.charCodeAt(at) : 0;
  const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  let kind: number = tokenKind.word;
  let end = at;
  if (next === 0x40 && isWordy(after)) {
    kind = tokenKind.email;
    end = runEnd(text, at + 1);
  } else if (next === 0x3a && after === 0x2f && text.charCodeAt(at + 2) === 0x2f) {
    kind = tokenKind.url;
    end = Math.max(at + 3, runEnd(text, at + 3));
  } else if (next === 0x2e && isLowerOrDigit(after)) {
    end = runEnd(text, at);
    kind = letters === 0 ? tokenKind.number : tokenKind.dotted;
    if (text.slice(from, Math.min(end, from + 80)).includes("@")) kind = tokenKind.email;
  } else if (isCode) kind = tokenKind.dotted;
  else if (next === 0x2b || next === 0x2f || at - from >= leastBlob) {
    const blob = blobEnd(text, from);
    if (blob > from) {
      add(tokenKind.mixed, from, blob);
      return blob;
    }
    if (digits > 0) kind = letters > 0 ? tokenKind.mixed : tokenKind.number;
  } else if (digits > 0) kind = letters > 0 ? tokenKind.mixed : tokenKind.number;
  add(kind, from, end);
  if (kind === tokenKind.word) {
    hashes[tokens - 1] = hash;
    if (letters > 5) stems[tokens - 1] = stem;
    concept[tokens - 1] =
      bits < notPlain ? conceptOfPlain(text, from, { end, hash }) : conceptOfWord(text, from, end);
  } else if (isCode || kind === tokenKind.mixed) concept[tokens - 1] = conceptAt(text, from, false);
  return end;
}

function isLetterAt(text: string, at: number): boolean {
  return at < text.length && classOf(text.charCodeAt(at)) === charClass.letter;
}

/** After these a quote begins a text of JSON, and before those it ends one. */
const beforeQuote = new Set([0x7b, 0x5b, 0x3a, 0x2c, 0x28]);
const afterQuote = new Set([0x7d, 0x5d, 0x3a, 0x2c]);

/** True where the quote was one of JSON (or of Python), which bounds a field. */
function readQuote(text: string, from: number): boolean {
  let at = from + 1;
  while (at < text.length && at < from + 4 && classOf(text.charCodeAt(at)) === charClass.space)
    at++;
  if (at < text.length && afterQuote.has(text.charCodeAt(at)) && lastMark !== 0x3a) {
    cut(segmentFlag.field);
    return true;
  }
  if (!beforeQuote.has(lastMark)) return false;
  if (tokens > segmentStart && lastMark !== 0x2c) cut(0);
  opened |= segmentFlag.field;
  return true;
}

const questions = new Set([0x3f, 0xff1f, 0x061f, 0x37e]);
/** Ends of sentences that are followed by no blank: of Chinese, Hindi, Urdu, and dots. */
const fullStops = new Set([0x3002, 0xff01, 0x0964, 0x06d4, 0x2026]);
/** What stands alone: braces, bars and tags, bullets. */
const separators = new Set([0x7b, 0x7d, 0x7c, 0x3c, 0x3e, 0x2022]);
const allQuestions = 0x3f3f3f;

function readMark(text: string, at: number): void {
  const code = text.charCodeAt(at);
  if ((code === 0x22 || code === 0x27) && readQuote(text, at)) return;
  const isSeparator = separators.has(code);
  if (isSeparator) cut(0);
  add(tokenKind.mark, at, at + 1);
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0x20;
  if (questions.has(code)) {
    hashes[tokens - 1] = allQuestions;
    if (next !== 0x3f && next !== 0x21) cut(segmentFlag.question);
    return;
  }
  // Halves of a pair of surrogates are all the same: emoji, mostly.
  const sign = code >= 0xd800 && code <= 0xdfff ? 0xd800 : code;
  hashes[tokens - 1] = step(root, sign) ^ 0x5bd1e995;
  if (isSeparator || fullStops.has(code)) return cut(0);
  if (code === 0x21 && !isWordy(next)) return cut(0);
  if (code !== 0x2e) return undefined;
  const kind = classOf(next);
  const isEnd = kind === charClass.space || kind === charClass.newline;
  if (isEnd || next === 0x22 || next === 0x27 || next === 0x3c || (next >= 0x41 && next <= 0x5a))
    cut(0);
  return undefined;
}

/** Splits the beginning of a text into tokens and segments. Linear; the next call overwrites the result. */
export function scan(given: string): Scan {
  const text = given.length > longestScan ? given.slice(0, longestScan) : given;
  tokens = segments = segmentStart = opened = plainUntil = 0;
  lastMark = 0x2c;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (tokens - segmentStart >= longestSegment) cut(0);
    if (kind === charClass.space || kind === charClass.silent) {
      if (code === 0x09) cut(0);
      at++;
    } else if (kind === charClass.newline) at = readNewline(text, at);
    else if (kind === charClass.letter || kind === charClass.digit) {
      at = readWord(text, at);
      lastMark = 0;
    } else if (kind === charClass.unspaced) {
      add(tokenKind.unspaced, at, at + 1);
      hashes[tokens - 1] = step(root, foldIn(lookUp(code)));
      concept[tokens - 1] = conceptAt(text, at, true);
      lastMark = 0;
      at++;
    } else {
      readMark(text, at);
      lastMark = code;
      at++;
    }
  }
  cut(0);
  shared.tokens = tokens;
  shared.segments = segments;
  if (segments > 0) {
    shared.flags[0]! |= segmentFlag.first;
    shared.flags[segments - 1]! |= segmentFlag.last;
  }
  return shared;
}
