import type { Problem } from "../../core/index.ts";
import { keywords, statementKeywords, T, type Tokens } from "./tokens.ts";

/** CPython's own limits (Parser/lexer/state.h): MAXLEVEL brackets and MAXINDENT levels. */
const maxBrackets = 200;
const maxIndents = 100;
const maxFStringNesting = 150;
/** An unclosed triple quote is searched for to the end of the file; this bounds how often. */
const maxUnclosedTriples = 8;

const Tab = 9;
const LineFeed = 10;
const FormFeed = 12;
const Return = 13;
const Space = 32;
const DoubleQuote = 34;
const Hash = 35;
const Quote = 39;
const Dot = 46;
const Zero = 48;
const Nine = 57;
const Backslash = 92;
const Underscore = 95;
const LeftBrace = 123;
const RightBrace = 125;

/** 1: may start a name, 2: digit, 4: blank. Above ASCII everything may be in a name. */
const classes = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === Underscore;
  if (letter) classes[code] = 1;
  else if (code >= Zero && code <= Nine) classes[code] = 2;
  else if (code === Space || code === Tab || code === FormFeed || code === 0) classes[code] = 4;
}

const singles = new Uint8Array(128);
for (const [sign, kind] of [
  ["(", T.LParen],
  [")", T.RParen],
  ["[", T.LBracket],
  ["]", T.RBracket],
  ["{", T.LBrace],
  ["}", T.RBrace],
  [",", T.Comma],
  [":", T.Colon],
  [";", T.Semi],
  ["@", T.At],
  ["=", T.Assign],
  ["+", T.Plus],
  ["-", T.Minus],
  ["*", T.Star],
  ["/", T.Slash],
  ["%", T.Percent],
  ["&", T.Amp],
  ["|", T.Pipe],
  ["^", T.Caret],
  ["~", T.Tilde],
  ["<", T.Less],
  [">", T.Greater],
  ["!", T.Bang],
] as const) {
  singles[sign.charCodeAt(0)] = kind;
}

/** An f-string that is open: its quote, and where its replacement fields began. */
interface FString {
  readonly quote: number;
  readonly triple: boolean;
  readonly raw: boolean;
  /** Bracket depth outside the innermost open replacement field, or -1 in literal text. */
  fields: number[];
  /** For each open field: true once its `:` was met and its format spec is being read. */
  inSpec: boolean[];
}

/**
 * Splits Python source into tokens. Total: whatever the text, it returns all tokens that can be
 * made out and says in `problems` what could not. It is somewhat more lenient than CPython 3.14
 * (it accepts every f-string of PEP 701, and names with any character above ASCII).
 */
export function tokenize(text: string, problems: Problem[]): Tokens {
  const length = text.length;
  let capacity = Math.max(64, length >> 1);
  let kinds = new Uint8Array(capacity);
  let starts = new Int32Array(capacity);
  let ends = new Int32Array(capacity);
  let count = 0;
  const lineStarts: number[] = [0];
  const comments: { start: number; end: number }[] = [];
  const indents: number[] = [0];
  const brackets: number[] = [];
  const fstrings: FString[] = [];
  let tooDeep = false;
  let unclosedTriples = 0;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let lineBegins = true;

  function push(kind: number, start: number, end: number): void {
    if (count === capacity) {
      capacity *= 2;
      const moreKinds = new Uint8Array(capacity);
      moreKinds.set(kinds);
      kinds = moreKinds;
      const moreStarts = new Int32Array(capacity);
      moreStarts.set(starts);
      starts = moreStarts;
      const moreEnds = new Int32Array(capacity);
      moreEnds.set(ends);
      ends = moreEnds;
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count++] = end;
  }

  function fail(message: string, offset: number, reason: Problem["reason"] = "syntax-error"): void {
    if (problems.length < 100) problems.push({ reason, message, at: offset });
  }

  /** Steps over one line break at `at`. */
  function lineBreak(): void {
    if (text.charCodeAt(at) === Return && text.charCodeAt(at + 1) === LineFeed) at++;
    at++;
    lineStarts.push(at);
  }

  /** Reads the blanks of a new logical line and emits INDENT or DEDENT; false on a blank line. */
  function indentation(): void {
    for (;;) {
      let column = 0;
      const lineStart = at;
      for (; at < length; at++) {
        const code = text.charCodeAt(at);
        if (code === Space) column++;
        else if (code === Tab) column = (column & ~7) + 8;
        else if (code === FormFeed) column = 0;
        else break;
      }
      if (at >= length) return;
      const code = text.charCodeAt(at);
      if (code === Hash) skipComment();
      if (at < length) {
        const next = text.charCodeAt(at);
        if (next === LineFeed || next === Return) {
          lineBreak();
          continue;
        }
        if (next === Backslash && isLineBreak(at + 1)) {
          // A continued blank line: the indentation of the first part counts.
          at++;
          lineBreak();
          while (at < length && (classes[text.charCodeAt(at)] ?? 0) === 4) at++;
        }
      }
      if (at >= length) return;
      let top = indents[indents.length - 1]!;
      if (column > top) {
        if (indents.length > maxIndents) {
          if (!tooDeep) fail(`more than ${maxIndents} levels of indentation`, at, "limit");
          tooDeep = true;
          return;
        }
        indents.push(column);
        push(T.Indent, lineStart, at);
      } else if (column < top) {
        while (column < top) {
          indents.pop();
          push(T.Dedent, at, at);
          top = indents[indents.length - 1]!;
        }
        if (column !== top) {
          fail("the indentation matches no outer level", at);
          indents.push(column);
          push(T.Indent, at, at);
        }
      }
      return;
    }
  }

  function isLineBreak(offset: number): boolean {
    const code = text.charCodeAt(offset);
    return code === LineFeed || code === Return;
  }

  function skipComment(): void {
    const start = at;
    while (at < length && !isLineBreak(at)) at++;
    comments.push({ start, end: at });
  }

  /**
   * Ends at the closing quote of a plain string whose opening quote is at `at`; counts lines on
   * the way. An unclosed one ends at its first line, so that the rest of the file is still read.
   */
  function plainString(start: number): void {
    const quote = text.charCodeAt(at);
    const triple = text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
    at += triple ? 3 : 1;
    const linesBefore = lineStarts.length;
    let firstLineEnd = -1;
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code === Backslash) {
        at++;
        if (isLineBreak(at)) {
          if (firstLineEnd < 0) firstLineEnd = at;
          lineBreak();
          at--;
        }
      } else if (code === quote) {
        if (!triple) {
          at++;
          push(T.String, start, at);
          return;
        }
        if (text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote) {
          at += 3;
          push(T.String, start, at);
          return;
        }
      } else if (code === LineFeed || code === Return) {
        if (firstLineEnd < 0) firstLineEnd = at;
        if (!triple) break;
        lineBreak();
        at--;
      }
    }
    fail("the string is not closed", start);
    if (triple && ++unclosedTriples > maxUnclosedTriples) firstLineEnd = -1;
    if (firstLineEnd < 0) at = length;
    else {
      at = firstLineEnd;
      lineStarts.length = linesBefore;
    }
    push(T.Error, start, at);
  }

  /** Literal text of an f-string (or of a format spec) up to a field, the closing quote or `}`. */
  function fstringText(open: FString): void {
    const start = at;
    const spec = open.inSpec.length > 0 && open.inSpec[open.inSpec.length - 1] === true;
    for (; at < length; ) {
      const code = text.charCodeAt(at);
      if (code === Backslash && !open.raw) {
        if (text.charCodeAt(at + 1) === 78 && text.charCodeAt(at + 2) === LeftBrace) {
          // \N{NAME}: its braces are no field. The longest name of Unicode has 88 characters.
          const close = text.slice(at, at + 100).indexOf("}");
          at += close < 0 ? 3 : close + 1;
          continue;
        }
        // A backslash before a brace does not escape it.
        const next = text.charCodeAt(at + 1);
        at += next === LeftBrace || next === RightBrace ? 1 : 2;
        if (next === LineFeed || next === Return) {
          at--;
          lineBreak();
        }
      } else if (code === Backslash) {
        const next = text.charCodeAt(at + 1);
        at += next === LeftBrace || next === RightBrace || next === LineFeed || next === Return ? 1 : 2;
      } else if (code === LeftBrace) {
        if (text.charCodeAt(at + 1) === LeftBrace && !spec) at += 2;
        else break;
      } else if (code === RightBrace) {
        if (spec) break;
        at += text.charCodeAt(at + 1) === RightBrace ? 2 : 1;
      } else if (code === open.quote) {
        if (!open.triple) break;
        if (text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code) break;
        at++;
      } else if (code === LineFeed || code === Return) {
        if (!open.triple) break;
        lineBreak();
      } else at++;
    }
    if (at > length) at = length;
    if (at > start) push(T.FMiddle, start, at);
    const code = text.charCodeAt(at);
    if (at < length && code === LeftBrace) {
      push(T.LBrace, at, at + 1);
      at++;
      open.fields.push(brackets.length);
      open.inSpec.push(false);
      brackets.push(T.LBrace);
    } else if (at < length && code === RightBrace) {
      closeField(open);
    } else if (at < length && code === open.quote) {
      if (open.fields.length > 0) abandonFields(open);
      const end = at + (open.triple ? 3 : 1);
      push(T.FEnd, at, end);
      at = end;
      fstrings.pop();
    } else {
      fail("the f-string is not closed", start);
      if (open.fields.length > 0) abandonFields(open);
      push(T.FEnd, at, at);
      fstrings.pop();
    }
  }

  function closeField(open: FString): void {
    push(T.RBrace, at, at + 1);
    at++;
    brackets.length = open.fields.pop()!;
    open.inSpec.pop();
  }

  function abandonFields(open: FString): void {
    fail("a replacement field of the f-string is not closed", at);
    brackets.length = open.fields[0]!;
    for (const _ of open.fields) push(T.RBrace, at, at);
    open.fields = [];
    open.inSpec = [];
  }

  function number(): void {
    const start = at;
    const code = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1) | 32;
    if (code === Zero && (next === 120 || next === 111 || next === 98)) {
      at += 2;
      while (isNameCharacter(text.charCodeAt(at))) at++;
    } else {
      digits();
      if (text.charCodeAt(at) === Dot) {
        at++;
        digits();
      }
      const exponent = text.charCodeAt(at) | 32;
      if (exponent === 101) {
        const sign = text.charCodeAt(at + 1);
        const first = sign === 43 || sign === 45 ? text.charCodeAt(at + 2) : sign;
        if (first >= Zero && first <= Nine) {
          at += sign === 43 || sign === 45 ? 2 : 1;
          digits();
        }
      }
      // `j` makes it complex; `l` is Python 2's long.
      const suffix = text.charCodeAt(at) | 32;
      if (suffix === 106 || suffix === 108) at++;
    }
    push(T.Number, start, at);
  }

  function digits(): void {
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (!((code >= Zero && code <= Nine) || code === Underscore)) return;
    }
  }

  function isNameCharacter(code: number): boolean {
    return code > 127 ? code !== 0xa0 && code !== 0x3000 : (classes[code]! & 3) !== 0;
  }

  /** A name, a keyword, or the prefix of a string. */
  function word(): void {
    const start = at;
    at++;
    while (at < length && isNameCharacter(text.charCodeAt(at))) at++;
    const size = at - start;
    const next = text.charCodeAt(at);
    if (size <= 2 && (next === Quote || next === DoubleQuote)) {
      const prefix = text.slice(start, at).toLowerCase();
      if (prefix === "f" || prefix === "t" || prefix === "fr" || prefix === "rf" || prefix === "tr" || prefix === "rt") {
        openFString(start, prefix.length === 2);
        return;
      }
      if (prefix === "b" || prefix === "r" || prefix === "u" || prefix === "br" || prefix === "rb" || prefix === "ur") {
        plainString(start);
        return;
      }
    }
    let kind: number = T.Name;
    if (size >= 2 && size <= 8) {
      kind = keywords.get(text.slice(start, at)) ?? T.Name;
    }
    if (brackets.length > 0 && kind !== T.Name && statementKeywords.has(kind)) {
      if (onlyBlanksBefore(start)) {
        if (fstrings.length === 0) fail("a bracket is not closed", start);
        closeFStrings(start);
        recoverLine(start);
      }
    }
    push(kind, start, at);
  }

  function onlyBlanksBefore(offset: number): boolean {
    const lineStart = lineStarts[lineStarts.length - 1]!;
    for (let index = lineStart; index < offset; index++) {
      if ((classes[text.charCodeAt(index)] ?? 0) !== 4) return false;
    }
    return true;
  }

  /** A statement begins inside open brackets: closes them and starts a logical line here. */
  function recoverLine(start: number): void {
    brackets.length = 0;
    push(T.Newline, start, start);
    const wordEnd = at;
    at = lineStarts[lineStarts.length - 1]!;
    indentation();
    at = wordEnd;
  }

  function openFString(start: number, raw: boolean): void {
    const quote = text.charCodeAt(at);
    const triple = text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
    at += triple ? 3 : 1;
    push(T.FStart, start, at);
    if (fstrings.length >= maxFStringNesting) {
      fail(`more than ${maxFStringNesting} nested f-strings`, start, "limit");
      push(T.FEnd, at, at);
      return;
    }
    fstrings.push({ quote, triple, raw, fields: [], inSpec: [] });
  }

  function openBracket(kind: number): void {
    push(kind, at, at + 1);
    at++;
    if (brackets.length >= maxBrackets && !tooDeep) {
      fail(`more than ${maxBrackets} nested brackets`, at, "limit");
      tooDeep = true;
    }
    brackets.push(kind);
  }

  function closeBracket(kind: number): void {
    const open = brackets[brackets.length - 1];
    if (open === kind - 1) brackets.pop();
    else if (open === undefined) fail("a bracket closes that was not opened", at);
    else {
      fail("the brackets do not match", at);
      const match = brackets.lastIndexOf(kind - 1);
      if (match >= 0) brackets.length = match;
    }
    push(kind, at, at + 1);
    at++;
  }

  function operator(code: number): void {
    const start = at;
    let kind = code < 128 ? singles[code]! : 0;
    const next = text.charCodeAt(at + 1);
    let size = 1;
    if (kind === 0) {
      if (code === Dot) {
        if (next === Dot && text.charCodeAt(at + 2) === Dot) {
          kind = T.Ellipsis;
          size = 3;
        } else kind = T.Dot;
      } else {
        fail(`unexpected character ${JSON.stringify(text.charAt(at))}`, at);
        kind = T.Error;
      }
    } else if (next === 61) {
      size = 2;
      if (code === 60) kind = T.LessEqual;
      else if (code === 62) kind = T.GreaterEqual;
      else if (code === 61) kind = T.Equal;
      else if (code === 33) kind = T.NotEqual;
      else if (code === 58) kind = T.Walrus;
      else if ((kind >= T.Plus && kind <= T.Caret) || kind === T.At) kind = T.AugAssign;
      else size = 1;
    } else if (next === code && (code === 42 || code === 47 || code === 60 || code === 62)) {
      size = 2;
      if (text.charCodeAt(at + 2) === 61) {
        kind = T.AugAssign;
        size = 3;
      } else kind = code === 42 ? T.DoubleStar : code === 47 ? T.DoubleSlash : code === 60 ? T.LShift : T.RShift;
    } else if (code === 45 && next === 62) {
      kind = T.Arrow;
      size = 2;
    } else if (code === 60 && next === 62) {
      // Python 2's `<>`.
      kind = T.NotEqual;
      size = 2;
    }
    at += size;
    push(kind, start, at);
  }

  while (at < length) {
    const open = fstrings.length === 0 ? undefined : fstrings[fstrings.length - 1]!;
    if (open !== undefined && (open.fields.length === 0 || open.inSpec[open.inSpec.length - 1] === true)) {
      fstringText(open);
      continue;
    }
    if (lineBegins) {
      lineBegins = false;
      indentation();
      if (at >= length) break;
    }
    const code = text.charCodeAt(at);
    const type = code < 128 ? classes[code]! : 1;
    if (type === 1 && code !== 0xa0 && code !== 0x3000 && code !== 0xfeff) word();
    else if (type === 4 || code === 0xfeff) at++;
    else if (code === LineFeed || code === Return) {
      if (brackets.length === 0) {
        if (count > 0 && kinds[count - 1] !== T.Newline && kinds[count - 1] !== T.Indent && kinds[count - 1] !== T.Dedent) {
          push(T.Newline, at, at);
        }
        lineBegins = true;
      }
      lineBreak();
    } else if (type === 2 || (code === Dot && isDigit(text.charCodeAt(at + 1)))) number();
    else if (code === Hash) skipComment();
    else if (code === DoubleQuote || code === Quote) {
      const innermost = open !== undefined && code === open.quote && !closesLater(open);
      if (innermost) abandonFields(open);
      else plainString(at);
    } else if (code === Backslash && isLineBreak(at + 1)) {
      at++;
      lineBreak();
    } else if (code === 40 || code === 91 || code === LeftBrace) openBracket(singles[code]!);
    else if (code === RightBrace && open !== undefined && brackets.length === open.fields[open.fields.length - 1]! + 1) {
      closeField(open);
    } else if (code === 41 || code === 93 || code === RightBrace) closeBracket(singles[code]!);
    else if (open !== undefined && code === 58 && brackets.length === open.fields[open.fields.length - 1]! + 1) {
      // At the level of the field a colon starts the format spec, `:=` included (PEP 701).
      push(T.Colon, at, at + 1);
      at++;
      open.inSpec[open.inSpec.length - 1] = true;
    } else operator(code);
  }

  function closeFStrings(offset: number): void {
    while (fstrings.length > 0) {
      const open = fstrings.pop()!;
      fail("the f-string is not closed", offset);
      if (open.fields.length > 0) abandonFields(open);
      push(T.FEnd, offset, offset);
    }
  }

  /** True where the quote at `at` opens a nested string: another one closes it before a line ends. */
  function closesLater(open: FString): boolean {
    for (let index = at + 1; index < length; index++) {
      const code = text.charCodeAt(index);
      if (code === open.quote) return true;
      if (code === LineFeed || code === Return) return false;
    }
    return false;
  }

  closeFStrings(length);
  if (brackets.length > 0) fail("a bracket is not closed", length);
  if (count > 0 && kinds[count - 1] !== T.Newline) push(T.Newline, length, length);
  for (let level = indents.length; level > 1; level--) push(T.Dedent, length, length);
  push(T.End, length, length);
  return { kinds, starts, ends, count, lineStarts, comments };
}

function isDigit(code: number): boolean {
  return code >= Zero && code <= Nine;
}
