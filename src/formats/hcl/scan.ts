import type { Problem, Span } from "../../core/index.ts";
import { maxHclDepth, type Broken } from "./tree.ts";

/** Where a reader of HCL stands. */
export interface Scanner {
  readonly text: string;
  at: number;
  /** Where to stop: a template is read within the bounds of its quotes. */
  end: number;
  depth: number;
  /** True where a line break ends something: not within parentheses, brackets and interpolations. */
  linesCount: boolean;
  /** True from something unreadable to the end of the item that it stands in. */
  isLost: boolean;
  readonly comments: Span[];
  readonly problems: Problem[];
  /** Stands for every span, where the text is not the file's own. */
  readonly fixed?: Span;
}

/** Starts to read a text, or a part of it. */
export function scannerOf(text: string, within?: Partial<Scanner>): Scanner {
  return {
    text,
    at: 0,
    end: text.length,
    depth: 0,
    linesCount: true,
    isLost: false,
    comments: [],
    problems: [],
    ...within,
  };
}

/** Where something starts, for people. */
export function startOf(s: Scanner, at: number): number {
  return s.fixed === undefined ? at : s.fixed.start;
}

/** Where something ends, for people: here. */
export function endOf(s: Scanner, at = s.at): number {
  return s.fixed === undefined ? at : s.fixed.end;
}

/** Notes what could not be read, and gives the item up. */
export function lose(
  s: Scanner,
  message: string,
  reason: Problem["reason"] = "syntax-error",
): void {
  if (!s.isLost && s.problems.length < 20)
    s.problems.push({ reason, message, at: startOf(s, Math.min(s.at, s.end)) });
  s.isLost = true;
}

/** Stands for what could not be read. */
export function broken(s: Scanner, start: number): Broken {
  return { kind: "broken", start: startOf(s, start), end: endOf(s) };
}

/** Goes a level deeper, if there is room. */
export function enter(s: Scanner): boolean {
  if (s.depth < maxHclDepth) {
    s.depth++;
    return true;
  }
  lose(s, `nested deeper than ${maxHclDepth}`, "limit");
  return false;
}

const lineEnd = 10;

/** Past blanks, comments and, where they do not count, line breaks. */
export function skipBlank(s: Scanner): void {
  const { text } = s;
  while (s.at < s.end) {
    const code = text.charCodeAt(s.at);
    if (code === 32 || code === 9 || code === 13 || code === 0xfeff) s.at++;
    else if (code === lineEnd) {
      if (s.linesCount) return;
      s.at++;
    } else if (code === 35) skipComment(s, "\n");
    else if (code === 47 && text.charCodeAt(s.at + 1) === 47) skipComment(s, "\n");
    else if (code === 47 && text.charCodeAt(s.at + 1) === 42) skipComment(s, "*/");
    else return;
  }
}

/** Past blanks, comments and line breaks. */
export function skipLines(s: Scanner): void {
  const before = s.linesCount;
  s.linesCount = false;
  skipBlank(s);
  s.linesCount = before;
}

function skipComment(s: Scanner, closer: "\n" | "*/"): void {
  const start = s.at;
  const found = s.text.indexOf(closer, start + 2 - (closer === "\n" ? 1 : 0));
  const isOpen = found < 0 || found >= s.end;
  s.at = isOpen ? s.end : closer === "\n" ? found : found + 2;
  let end = s.at;
  if (s.text.charCodeAt(end - 1) === 13) end--;
  if (s.fixed === undefined) s.comments.push({ start, end });
  if (isOpen && closer === "*/") lose(s, "a comment is not closed");
}

/** True for what may stand within a name; a dash too. */
export function isNameCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45 ||
    (code > 127 && /[\p{ID_Continue}]/u.test(String.fromCharCode(code)))
  );
}

/** True for what a name may start with. */
export function startsName(code: number): boolean {
  return isNameCode(code) && !(code >= 48 && code <= 57) && code !== 45;
}

/** The code here; 0 at the end. */
export function codeAt(s: Scanner, ahead = 0): number {
  const at = s.at + ahead;
  return at < s.end ? s.text.charCodeAt(at) : 0;
}

const nameHere = /[A-Za-z_][\w-]*(?![-\w\u0080-\uffff])|[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

/** Reads a name; undefined where there is none. */
export function readName(s: Scanner): string | undefined {
  nameHere.lastIndex = s.at;
  const found = nameHere.exec(s.text);
  if (found === null || s.at >= s.end) return undefined;
  const end = Math.min(s.end, s.at + found[0].length);
  const name = s.text.slice(s.at, end);
  s.at = end;
  return name;
}

/** Takes a text that stands here. */
export function take(s: Scanner, wanted: string): boolean {
  if (s.at + wanted.length > s.end || !s.text.startsWith(wanted, s.at)) return false;
  s.at += wanted.length;
  return true;
}

/** Takes what has to stand here, after blanks. */
export function expectText(s: Scanner, wanted: string): void {
  skipBlank(s);
  if (!take(s, wanted)) lose(s, `${wanted} is missing`);
}
