import { charClass, classIn, classOf, foldIn, lookUp } from "./fold.ts";
import { beginningAt, placeOf, root, step, wholeAt } from "./lexicon.ts";

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
export const segmentFlag = { question: 1, field: 2, first: 4, last: 8, quoted: 16 } as const;

/** Tokens of a text, in segments (sentences, lines, fields). Buffers are shared: valid until the next scan. */
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

function makeScan(size: number): Scan {
  return {
    tokens: 0,
    start: new Int32Array(size),
    end: new Int32Array(size),
    kind: new Uint8Array(size),
    hash: new Int32Array(size),
    stem: new Int32Array(size),
    concept: new Uint8Array(size),
    segments: 0,
    segment: new Int32Array(size + 2),
    flags: new Uint8Array(size + 2),
  };
}

/** What goes on without an end of a sentence is cut after so many tokens. */
const longestSegment = 56;

let shared = makeScan(4096);

const stop = new Uint8Array(0x80);
for (const char of "\"'<>(){}[]|,;`") stop[char.charCodeAt(0)] = 1;

/** True where a run of an address or a URL goes on. */
function isRun(code: number): boolean {
  if (code < 0x80 && stop[code] === 1) return false;
  const kind = classOf(code);
  return kind !== charClass.space && kind !== charClass.newline && kind !== charClass.unspaced;
}

function isWordy(code: number): boolean {
  const kind = classOf(code);
  return kind === charClass.letter || kind === charClass.digit;
}

/** Where a run that begins at `at` ends; a full stop at its end belongs to the sentence. */
function runEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isRun(text.charCodeAt(end))) end++;
  while (end > at && (text.charCodeAt(end - 1) === 0x2e || text.charCodeAt(end - 1) === 0x3a))
    end--;
  return end;
}

/** Longest word of the lexicon at a place of the text; its concept, or 0. Looks at 40 characters at most. */
export function conceptAt(text: string, from: number, isUnspaced: boolean): number {
  let hash = root;
  let found = 0;
  const limit = Math.min(text.length, from + 40);
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    const known = lookUp(code);
    const kind = classIn(known);
    if (kind === charClass.silent) continue;
    const isBlank =
      kind === charClass.space || kind === charClass.newline || code === 0x2d || code === 0x200c;
    hash = step(hash, isBlank ? 0x20 : foldIn(known));
    const place = placeOf(hash);
    if (place === 0) break;
    const beginning = beginningAt(place);
    if (beginning !== 0) found = beginning;
    const whole = wholeAt(place);
    if (whole !== 0 && (isUnspaced || at + 1 >= text.length || !isWordy(text.charCodeAt(at + 1))))
      found = whole;
  }
  return found;
}

/** Letters that Arabic and Hebrew write together with the word that follows. */
const proclitics = new Set([..."وفبلكהובלמשכ"].map((char) => char.charCodeAt(0)));

function conceptOfWord(text: string, start: number, end: number): number {
  const found = conceptAt(text, start, false);
  if (found !== 0) return found;
  const code = text.charCodeAt(start);
  if (code >= 0x0590 && code <= 0x06ff) {
    for (let skip = 1; skip <= 3 && start + skip + 1 < end; skip++) {
      const before = text.charCodeAt(start + skip - 1);
      if (!proclitics.has(before) && before !== 0x0627 && before !== 0x0644) break;
      const inner = conceptAt(text, start + skip, false);
      if (inner !== 0) return inner;
    }
    return 0;
  }
  // l'utilisateur, dell'utente
  for (let at = start + 1; at < end - 2 && at < start + 6; at++) {
    const mark = text.charCodeAt(at);
    if (mark === 0x27 || mark === 0x2019) return conceptAt(text, at + 1, false);
  }
  return 0;
}

/** Splits a text into tokens and segments. Linear; the result is overwritten by the next call. */
export function scan(text: string): Scan {
  if (shared.start.length < text.length + 2 && shared.start.length < 1 << 22)
    shared = makeScan(Math.min(1 << 22, Math.max(text.length + 2, shared.start.length * 2)));
  const out = shared;
  const {
    start: starts,
    end: ends,
    kind: kinds,
    hash: hashes,
    stem: stems,
    concept: concepts,
  } = out;
  const most = out.start.length - 2;
  let tokens = 0;
  let segments = 0;
  let flags = 0;
  let segmentStart = 0;
  out.segment[0] = 0;
  const cut = (end: number): void => {
    if (tokens > segmentStart) {
      out.flags[segments] = flags | end;
      segments++;
      out.segment[segments] = tokens;
      segmentStart = tokens;
    }
    flags = 0;
  };
  const add = (kind: number, start: number, end: number): void => {
    starts[tokens] = start;
    ends[tokens] = end;
    kinds[tokens] = kind;
    hashes[tokens] = kind * 0x9e3779b1;
    stems[tokens] = 0;
    concepts[tokens] = 0;
    tokens++;
  };
  const length = text.length;
  let lastMark = 0x2c;
  for (let at = 0; at < length && tokens < most;) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (tokens - segmentStart >= longestSegment) cut(0);
    if (kind === charClass.space || kind === charClass.silent) {
      if (code === 0x09) cut(0);
      at++;
      continue;
    }
    if (kind === charClass.newline) {
      // A line that goes on in lower case was only wrapped.
      let next = at + 1;
      let lines = 1;
      while (next < length) {
        const after = text.charCodeAt(next);
        const afterKind = classOf(after);
        if (afterKind === charClass.newline) lines++;
        else if (afterKind !== charClass.space) break;
        next++;
      }
      const after = next < length ? text.charCodeAt(next) : 0;
      if (lines > 2 || !(after >= 0x61 && after <= 0x7a) || lastMark === 0x3a) cut(0);
      at = next;
      continue;
    }
    if (kind === charClass.unspaced) {
      add(tokenKind.unspaced, at, at + 1);
      hashes[tokens - 1] = step(root, foldIn(lookUp(code)));
      concepts[tokens - 1] = conceptAt(text, at, true);
      at++;
      lastMark = 0;
      continue;
    }
    if (kind === charClass.letter || kind === charClass.digit) {
      let hash = root;
      let stem = 0;
      let letters = 0;
      let digits = 0;
      let end = at;
      let isCode = false;
      for (; end < length; end++) {
        const inner = text.charCodeAt(end);
        const known = lookUp(inner);
        const innerKind = classIn(known);
        if (innerKind === charClass.letter) letters++;
        else if (innerKind === charClass.digit) digits++;
        else if (innerKind === charClass.silent) continue;
        else if (
          (inner === 0x27 || inner === 0x2019) &&
          end + 1 < length &&
          classOf(text.charCodeAt(end + 1)) === charClass.letter &&
          letters > 0
        )
          letters++;
        else if (inner === 0x5f) isCode = true;
        else break;
        hash = step(hash, foldIn(known));
        if (letters + digits === 5) stem = hash;
      }
      const next = end < length ? text.charCodeAt(end) : 0;
      const after = end + 1 < length ? text.charCodeAt(end + 1) : 0;
      let type: number = tokenKind.word;
      if (next === 0x40 && isWordy(after)) type = tokenKind.email;
      else if (next === 0x3a && after === 0x2f && text.charCodeAt(end + 2) === 0x2f)
        type = tokenKind.url;
      else if (
        next === 0x2e &&
        ((after >= 0x61 && after <= 0x7a) || (after >= 0x30 && after <= 0x39))
      ) {
        end = runEnd(text, end);
        type = digits > 0 && letters === 0 ? tokenKind.number : tokenKind.dotted;
        if (text.slice(at, Math.min(end, at + 80)).includes("@")) type = tokenKind.email;
      } else if (isCode) type = tokenKind.dotted;
      else if (digits > 0) type = letters > 0 ? tokenKind.mixed : tokenKind.number;
      if (type === tokenKind.email || type === tokenKind.url)
        end = Math.max(end + 1, runEnd(text, end));
      add(type, at, end);
      if (type === tokenKind.word) {
        hashes[tokens - 1] = hash;
        if (letters > 5) stems[tokens - 1] = stem;
        concepts[tokens - 1] = conceptOfWord(text, at, end);
      } else if (isCode || type === tokenKind.mixed)
        concepts[tokens - 1] = conceptAt(text, at, false);
      at = end;
      lastMark = 0;
      continue;
    }
    // A mark: some end a segment.
    const next = at + 1 < length ? text.charCodeAt(at + 1) : 0x20;
    const nextKind = classOf(next);
    const isOpen = nextKind === charClass.space || nextKind === charClass.newline;
    switch (code) {
      case 0x22: // "
      case 0x27: {
        const opens =
          lastMark === 0x7b ||
          lastMark === 0x5b ||
          lastMark === 0x3a ||
          lastMark === 0x2c ||
          lastMark === 0x28;
        let look = at + 1;
        while (look < length && look < at + 4 && classOf(text.charCodeAt(look)) === charClass.space)
          look++;
        const follows = look < length ? text.charCodeAt(look) : 0;
        const closes = follows === 0x7d || follows === 0x5d || follows === 0x3a || follows === 0x2c;
        if (closes && lastMark !== 0x3a) cut(segmentFlag.field);
        else if (opens && tokens > segmentStart && lastMark !== 0x2c) {
          cut(0);
          flags = segmentFlag.field;
        } else if (opens) flags |= segmentFlag.field;
        else add(tokenKind.mark, at, at + 1);
        break;
      }
      case 0x2e: // .
        add(tokenKind.mark, at, at + 1);
        if (
          isOpen ||
          next === 0x22 ||
          next === 0x27 ||
          next === 0x3c ||
          (next >= 0x41 && next <= 0x5a)
        )
          cut(0);
        break;
      case 0x21:
        add(tokenKind.mark, at, at + 1);
        if (isOpen || !isWordy(next)) cut(0);
        break;
      case 0x3f:
      case 0xff1f:
      case 0x061f:
      case 0x37e:
        add(tokenKind.mark, at, at + 1);
        hashes[tokens - 1] = 0x3f3f3f;
        if (next !== 0x3f && next !== 0x21) cut(segmentFlag.question);
        lastMark = code;
        at++;
        continue;
      case 0x3002:
      case 0xff01:
      case 0x0964:
      case 0x06d4:
      case 0x2026:
        add(tokenKind.mark, at, at + 1);
        cut(0);
        break;
      case 0x7b:
      case 0x7d:
      case 0x7c:
      case 0x3c:
      case 0x3e:
      case 0x2022:
        cut(0);
        add(tokenKind.mark, at, at + 1);
        cut(0);
        break;
      default:
        add(tokenKind.mark, at, at + 1);
    }
    if (tokens > 0 && kinds[tokens - 1] === tokenKind.mark && starts[tokens - 1] === at) {
      const folded = code >= 0xd800 && code <= 0xdfff ? 0xd800 : code;
      hashes[tokens - 1] = step(root, folded) ^ 0x5bd1e995;
    }
    lastMark = code;
    at++;
  }
  cut(0);
  out.tokens = tokens;
  out.segments = segments;
  if (segments > 0) {
    out.flags[0]! |= segmentFlag.first;
    out.flags[segments - 1]! |= segmentFlag.last;
  }
  return out;
}
