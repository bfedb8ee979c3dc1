// Numbers as they are written: groups of digits with one separator between each two.

/** Groups of digits that stand together, by their offsets in the text. */
export interface Run {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Some of a run's groups: from one to another, both included. */
export interface Groups {
  readonly from: number;
  readonly to: number;
}

/** No number has more groups; what follows them is another run. */
const mostGroups = 64;
const longestGap = 3;

export function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** True for what continues a word: ASCII letters, digits, `_`, and letters beyond Latin-1's signs. */
export function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    ((code | 32) - 97) >>> 0 < 26 ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    (code > 191 && code < 0x2000)
  );
}

/** Space, `-`, `.`, `/`, brackets, and the spaces and hyphens of typesetting. */
function isSeparator(code: number): boolean {
  return (
    code === 32 ||
    (code >= 45 && code <= 47) ||
    code === 40 ||
    code === 41 ||
    code === 0xa0 ||
    code === 0x2009 ||
    code === 0x202f ||
    (code >= 0x2010 && code <= 0x2013)
  );
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (isDigitAt(text, end)) end++;
  return end;
}

/** Where the next group begins behind a gap of separators; -1 where none does. */
function nextGroup(text: string, end: number): number {
  let at = end;
  while (at - end < longestGap && isSeparator(text.charCodeAt(at))) at++;
  return at > end && isDigitAt(text, at) ? at : -1;
}

/** The groups from a digit on; a group that letters follow belongs to a word, and to no run. */
export function readRun(text: string, start: number): Run {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = start; at >= 0 && starts.length < mostGroups;) {
    const end = endOfDigits(text, at);
    const next = text.charCodeAt(end) | 32;
    // "555-0134x12": an extension.
    if (isWordAt(text, end) && !(next === 120 && isDigitAt(text, end + 1)) && starts.length > 0)
      break;
    starts.push(at);
    ends.push(end);
    at = nextGroup(text, end);
  }
  return { text, starts, ends };
}

/** The digits alone. */
export function digitsOf({ text, starts, ends }: Run, { from, to }: Groups): string {
  let digits = text.slice(starts[from], ends[from]);
  for (let at = from + 1; at <= to; at++) digits += text.slice(starts[at], ends[at]);
  return digits;
}

/** How the digits are grouped: `3.3.3-2`; a no-break space counts as a space, a typeset hyphen as one. */
export function shapeOf(run: Run, { from, to }: Groups): string {
  let shape = "";
  for (let at = from; at <= to; at++) {
    if (at > from) shape += gapBefore(run, at);
    shape += String(run.ends[at]! - run.starts[at]!);
  }
  return shape;
}

/** What stands between a group and the one before it, with typeset signs made plain. */
export function gapBefore({ text, starts, ends }: Run, at: number): string {
  const gap = text.slice(ends[at - 1], starts[at]);
  if (gap.length === 1 && gap.charCodeAt(0) < 128) return gap;
  return gap.replaceAll(/[\u00a0\u2009\u202f]/g, " ").replaceAll(/[\u2010-\u2013]/g, "-");
}

/** True where the first of the groups goes on to the left: `a-12`, `1.12`, `1,200`. */
export function isAttachedLeft(run: Run, from: number): boolean {
  const { text, starts } = run;
  if (from > 0) return !gapBefore(run, from).includes(" ");
  const start = starts[0]!;
  const before = text[start - 1] ?? " ";
  if (before === "_") return true;
  if (before === "," || before === "'")
    return isDigitAt(text, start - 2) && run.ends[0]! - start === 3;
  return (".-/:~\\".includes(before) && isWordAt(text, start - 2)) || before === "^";
}

/** True where the last of the groups goes on to the right: `12-a3`, `12:30`, `1,200`, `12@`. */
export function isAttachedRight(run: Run, to: number): boolean {
  const { text, ends, starts } = run;
  if (to < starts.length - 1) return !gapBefore(run, to + 1).includes(" ");
  const end = ends[to]!;
  const after = text[end] ?? " ";
  if (isWordAt(text, end) || after === "@") return true;
  if (!isWordAt(text, end + 1)) return false;
  if (after === "," || after === ":" || after === ".")
    return (
      isDigitAt(text, end + 1) && (after !== "," || /^,\d{3}(?!\d)/.test(text.slice(end, end + 5)))
    );
  // `-Office` is a word beside the number, `-12ab` more of it.
  return (after === "-" || after === "/") && /\d/.test(text.slice(end + 1, end + 6));
}
