import type { Detection } from "../detection.ts";
import { cardAt, ibanAt, ssnAt, type Taken } from "./accounts.ts";
import { emailAt } from "./email.ts";
import { ipv4At, ipv6At, mayBeIpv6 } from "./ip.ts";
import { digitsIdAt, documentAt, lettersIdAt } from "./national.ts";
import { phoneAt } from "./phone.ts";
import { isDigitAt, isWordAt, readRun, type Run } from "./runs.ts";

export interface PersonalOptions {
  /** What is told at least; 0.35 leaves to the caller's threshold what is doubtful. */
  readonly minimum?: number;
}

/** Values that are told apart in one text; a table of customers has no end. */
const mostFound = 10_000;
const leastScore = 0.35;

/** Letters before the first digit of a word that are gone back for: six begin Italy's code. */
const longestPrefix = 24;

interface Search {
  readonly text: string;
  readonly found: Detection[];
  readonly minimum: number;
}

function add({ found, minimum }: Search, detection: Detection | undefined): void {
  if (detection === undefined || detection.score < minimum) return;
  const { kind, rule, score, start, end } = detection;
  found.push({ kind, rule, score, start, end });
}

/** True for `1 2 3` in a table: nothing that is looked for begins with two single digits and no sign. */
function isColumn({ text, starts, ends }: Run, from: number): boolean {
  if (
    from + 1 >= starts.length ||
    ends[from]! - starts[from]! > 1 ||
    ends[from + 1]! - starts[from + 1]! > 1
  )
    return false;
  return !"+(".includes(text[starts[from]! - 1] ?? "-") && text.charCodeAt(ends[from]!) === 32;
}

/** The best of what a number can be. */
function judgeAt(run: Run, from: number): Taken | undefined {
  let best: Taken | undefined;
  if (isColumn(run, from)) return undefined;
  const ip = ipv4At(run, from);
  if (ip !== undefined) return { ...ip, to: from + 3 };
  for (const reader of [cardAt, ssnAt, digitsIdAt, phoneAt]) {
    const taken = reader(run, from);
    if (taken !== undefined && taken.score > (best?.score ?? 0)) best = taken;
  }
  return best;
}

/** A word with the hyphens in it: `S530-4608-7621`. */
function hyphened(text: string, start: number): { readonly start: number; readonly end: number } {
  let end = start;
  while (
    end - start < 20 &&
    (isWordAt(text, end) || (text[end] === "-" && isWordAt(text, end + 1)))
  )
    end++;
  return { start, end };
}

/** Judges the run of digits at the offset, and says where it ends. */
function readNumbers(search: Search, at: number): number {
  const run = readRun(search.text, at);
  for (let from = 0; from < run.starts.length;) {
    const taken = judgeAt(run, from);
    if (taken === undefined) {
      add(search, documentAt(run.text, hyphened(run.text, run.starts[from]!)));
      from++;
      continue;
    }
    add(search, taken);
    from = taken.score < search.minimum ? from + 1 : taken.to + 1;
  }
  return run.ends.at(-1)!;
}

/** `12.345.678-K`, `AB 12 34 56 C`, `131052-308T`: ids whose groups have a letter among them. */
const spaced = [
  /^[A-Z]{2} \d{2} \d{2} \d{2} [A-D]$/,
  /^\d{6}[-+]\d{3}[0-9A-Y]$/,
  /^\d{8}-[A-Z]$/,
  /^\d{1,2}\.?\d{3}\.?\d{3}-K$/i,
];

/** Ids that are no single word: looked for around a digit, by their lengths. */
function readSpaced(search: Search, at: number): void {
  const { text } = search;
  for (const { before, length } of [
    { before: 3, length: 13 },
    { before: 0, length: 11 },
    { before: 0, length: 10 },
    { before: 0, length: 12 },
  ]) {
    const start = at - before;
    const end = start + length;
    if (start < 0 || isWordAt(text, start - 1) || isWordAt(text, end)) continue;
    const value = text.slice(start, end);
    if (spaced.some((form) => form.test(value))) {
      const compact = lettersIdAt(text, { start, end });
      add(search, compact);
    }
  }
}

/** Judges the word with digits around the offset, and says where it ends. */
function readWord(search: Search, start: number): number {
  const { text } = search;
  let end = start;
  while (isWordAt(text, end)) end++;
  if (text[start - 1] === "@" || text[start - 1] === "/") return end;
  const iban =
    end - start > 3 &&
    isDigitAt(text, start + 2) &&
    isDigitAt(text, start + 3) &&
    !isDigitAt(text, start + 1)
      ? ibanAt(text, start)
      : undefined;
  if (iban !== undefined) {
    add(search, iban);
    return iban.end;
  }
  if (end - start <= 20)
    add(search, lettersIdAt(text, { start, end }) ?? documentAt(text, hyphened(text, start)));
  return end;
}

function startOfWord(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < longestPrefix && isWordAt(text, start - 1)) start--;
  return start;
}

/** True where letters stand directly behind the digits: a word, but for `x12`, an extension. */
function isWordOfDigits(text: string, at: number): boolean {
  let end = at;
  while (isDigitAt(text, end)) end++;
  return (
    isWordAt(text, end) &&
    !((text.charCodeAt(end) | 32) === 120 && end - at > 2 && isDigitAt(text, end + 1))
  );
}

/** What personal data is recognised by: the expression engine passes over prose ten times as fast as a loop. */
const anchors = /[0-9:@]/g;

/** Judges what stands around an anchor, and says where to go on. */
function readAnchor(search: Search, at: number): number {
  const { text } = search;
  const code = text.charCodeAt(at);
  if (code === 64) {
    add(search, emailAt(text, at));
    return at + 1;
  }
  if (code === 58) {
    if (!mayBeIpv6(text, at)) return at + 1;
    const { detection, next } = ipv6At(text, at);
    add(search, detection);
    return next;
  }
  const start = startOfWord(text, at);
  if (start < at || isWordOfDigits(text, at)) return readWord(search, start);
  readSpaced(search, at);
  return readNumbers(search, at);
}

function readAll(search: Search): void {
  const { text, found } = search;
  anchors.lastIndex = 0;
  while (found.length < mostFound && anchors.test(text))
    anchors.lastIndex = readAnchor(search, anchors.lastIndex - 1);
}

/** Of what overlaps the surest stays, and of equals the longer. */
function apart(found: Detection[]): readonly Detection[] {
  if (found.length < 2) return found;
  found.sort((one, other) => one.start - other.start || other.score - one.score);
  const kept: Detection[] = [];
  for (const each of found) {
    const before = kept.at(-1);
    if (before === undefined || each.start >= before.end) kept.push(each);
    else if (
      each.score > before.score ||
      (each.score === before.score && each.end - each.start > before.end - before.start)
    )
      kept[kept.length - 1] = each;
  }
  return kept;
}

/**
 * Personal data in a text: what proves itself by a check digit or its form, and what the words beside
 * it call by its name; the score tells which. Names and places are not looked for. Linear, no I/O.
 */
export function findPersonal(text: string, options: PersonalOptions = {}): readonly Detection[] {
  const found: Detection[] = [];
  readAll({ text, found, minimum: options.minimum ?? leastScore });
  return apart(found);
}
