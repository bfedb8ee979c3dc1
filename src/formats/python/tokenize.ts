import type { Problem } from "../../core/index.ts";
import {
  afterLineBreak,
  Class,
  classOf,
  Code,
  endOfFormattedText,
  endOfName,
  endOfNumber,
  endOfString,
  isDigit,
  isLineBreak,
  isTriple,
  kindOfSign,
  operatorAt,
} from "./lexemes.ts";
import { kindOfWord, statementKeywords, T, type Tokens } from "./tokens.ts";

/** CPython's own limits (Parser/lexer/state.h): MAXLEVEL brackets and MAXINDENT levels. */
const maxBrackets = 200;
const maxIndents = 100;
const maxFStringNesting = 150;
/** What closes a string may be searched for to the end of the file; this bounds how often. */
const maxUnclosed = 8;

/** An f-string that is open. */
interface FString {
  readonly quote: number;
  readonly triple: boolean;
  readonly raw: boolean;
  /** For each open replacement field: bracket depth inside it, its own `{` included. */
  readonly fields: number[];
  /** For each open field: true once its `:` was met and its format spec is being read. */
  readonly inSpec: boolean[];
  /** What stood when it was opened: the way back, if nothing closes it. */
  readonly start: number;
  readonly tokens: number;
  readonly lines: number;
  readonly comments: number;
  readonly depth: number;
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
  let isTooDeep = false;
  let unclosed = 0;
  let at = text.charCodeAt(0) === Code.ByteOrderMark ? 1 : 0;
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
    at = afterLineBreak(text, at);
    lineStarts.push(at);
  }

  /** Steps over blank lines and the blanks of the next logical line; emits INDENT or DEDENT. */
  function indentation(): void {
    for (;;) {
      let column = 0;
      const lineStart = at;
      for (; at < length; at++) {
        const code = text.charCodeAt(at);
        if (code === Code.Space) column++;
        else if (code === Code.Tab) column = (column & ~7) + 8;
        else if (code === Code.FormFeed) column = 0;
        else break;
      }
      if (at >= length) return;
      if (text.charCodeAt(at) === Code.Hash) skipComment();
      if (at >= length) return;
      const code = text.charCodeAt(at);
      if (isLineBreak(code)) {
        lineBreak();
        continue;
      }
      if (code === Code.Backslash && isLineBreak(text.charCodeAt(at + 1))) {
        // A continued blank line: the indentation of the first part counts.
        at++;
        lineBreak();
        while (at < length && classOf(text.charCodeAt(at)) === Class.Blank) at++;
        if (at >= length) return;
      }
      indentTo(column, lineStart);
      return;
    }
  }

  function indentTo(column: number, lineStart: number): void {
    let top = indents[indents.length - 1]!;
    if (column > top) {
      if (indents.length > maxIndents) {
        if (!isTooDeep) fail(`more than ${maxIndents} levels of indentation`, at, "limit");
        isTooDeep = true;
        return;
      }
      indents.push(column);
      push(T.Indent, lineStart, at);
      return;
    }
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

  function skipComment(): void {
    const start = at;
    while (at < length && !isLineBreak(text.charCodeAt(at))) at++;
    comments.push({ start, end: at });
  }

  /** An unclosed string ends at its first line, so that the rest of the file is still read. */
  function plainString(start: number): void {
    const linesBefore = lineStarts.length;
    const isLong = isTriple(text, at);
    const end = endOfString(text, at, lineStarts);
    if (end >= 0) {
      at = end;
      push(T.String, start, at);
      return;
    }
    fail("the string is not closed", start);
    if (isLong && ++unclosed > maxUnclosed) at = length;
    else {
      at = ~end;
      lineStarts.length = linesBefore;
    }
    push(T.Error, start, at);
  }

  function openFString(start: number, raw: boolean): void {
    const quote = text.charCodeAt(at);
    const triple = isTriple(text, at);
    const opening = { start, tokens: count, lines: lineStarts.length, comments: comments.length };
    at += triple ? 3 : 1;
    push(T.FStart, start, at);
    if (fstrings.length >= maxFStringNesting) {
      fail(`more than ${maxFStringNesting} nested f-strings`, start, "limit");
      push(T.FEnd, at, at);
      return;
    }
    fstrings.push({
      quote,
      triple,
      raw,
      fields: [],
      inSpec: [],
      ...opening,
      depth: brackets.length,
    });
  }

  /** Literal text of an f-string, or of a format spec, and the sign that ends it. */
  function fstringText(open: FString, inSpec: boolean): void {
    const start = at;
    const { quote, triple, raw } = open;
    at = endOfFormattedText(text, at, { quote, triple, raw, inSpec }, lineStarts);
    if (at > start) push(T.FMiddle, start, at);
    // What nothing closes is taken back in `reopen`.
    if (at >= length && triple) return;
    const code = text.charCodeAt(at);
    if (code === Code.LeftBrace) {
      openBracket(T.LBrace);
      open.fields.push(brackets.length);
      open.inSpec.push(false);
    } else if (code === Code.RightBrace) closeField(open);
    else if (code === quote) {
      abandonFields(open, at);
      const end = at + (triple ? 3 : 1);
      push(T.FEnd, at, end);
      at = end;
      fstrings.pop();
    } else {
      fail("the f-string is not closed", start);
      abandonFields(open, at);
      push(T.FEnd, at, at);
      fstrings.pop();
    }
  }

  function closeField(open: FString): void {
    push(T.RBrace, at, at + 1);
    at++;
    brackets.length = open.fields.pop()! - 1;
    open.inSpec.pop();
  }

  /** Closes the replacement fields that the end of their f-string leaves open. */
  function abandonFields(open: FString, offset: number): void {
    if (open.fields.length === 0) return;
    fail("a replacement field of the f-string is not closed", offset);
    for (const _ of open.fields) push(T.RBrace, offset, offset);
    open.fields.length = 0;
    open.inSpec.length = 0;
    brackets.length = open.depth;
  }

  function closeFStrings(offset: number): void {
    for (let open = fstrings.pop(); open !== undefined; open = fstrings.pop()) {
      fail("the f-string is not closed", offset);
      abandonFields(open, offset);
      push(T.FEnd, offset, offset);
    }
  }

  /** True where the quote at `at` opens a nested string: another one closes it before a line ends. */
  function closesLater(open: FString): boolean {
    for (let index = at + 1; index < length; index++) {
      const code = text.charCodeAt(index);
      if (code === open.quote) return true;
      if (isLineBreak(code)) return false;
    }
    return false;
  }

  /** A name, a keyword, or the prefix of a string. */
  function word(): void {
    const start = at;
    at = endOfName(text, at);
    const size = at - start;
    const next = text.charCodeAt(at);
    if (size <= 2 && (next === Code.Quote || next === Code.DoubleQuote)) {
      const prefix = text.slice(start, at).toLowerCase();
      if (
        prefix === "f" ||
        prefix === "t" ||
        prefix === "fr" ||
        prefix === "rf" ||
        prefix === "tr" ||
        prefix === "rt"
      ) {
        openFString(start, prefix.length === 2);
        return;
      }
      if (
        prefix === "b" ||
        prefix === "r" ||
        prefix === "u" ||
        prefix === "br" ||
        prefix === "rb" ||
        prefix === "ur"
      ) {
        plainString(start);
        return;
      }
    }
    let kind = kindOfWord(text, start, at);
    if (kind !== T.Name) {
      if (kind === T.Async && !startsAsync()) kind = T.Name;
      // The token before it ends on an earlier line: it begins a line, and a statement with it.
      else if (
        brackets.length > 0 &&
        statementKeywords.has(kind) &&
        ends[count - 1]! <= lineStarts[lineStarts.length - 1]!
      ) {
        recoverLine(start);
      }
    }
    push(kind, start, at);
  }

  /** Before Python 3.7 `async` was a name: `tensor.cuda(async=True)`. */
  function startsAsync(): boolean {
    let index = at;
    while (classOf(text.charCodeAt(index)) === Class.Blank) index++;
    const code = text.charCodeAt(index);
    // `def`, `for`, `with`, or a line that goes on.
    return (
      code === 100 || code === 102 || code === 119 || code === Code.Backslash || isLineBreak(code)
    );
  }

  /** A statement begins inside open brackets: closes them and starts a logical line here. */
  function recoverLine(start: number): void {
    if (fstrings.length === 0) fail("a bracket is not closed", start);
    closeFStrings(start);
    brackets.length = 0;
    push(T.Newline, start, start);
    const wordEnd = at;
    at = lineStarts[lineStarts.length - 1]!;
    indentation();
    at = wordEnd;
  }

  function openBracket(kind: number): void {
    push(kind, at, at + 1);
    at++;
    if (brackets.length >= maxBrackets && !isTooDeep) {
      fail(`more than ${maxBrackets} nested brackets`, at, "limit");
      isTooDeep = true;
    }
    brackets.push(kind);
  }

  /** `floor` is the depth that must not be left: that of the innermost replacement field. */
  function closeBracket(kind: number, floor: number): void {
    const isOpen = brackets.length > floor;
    if (isOpen && brackets[brackets.length - 1] === kind - 1) brackets.pop();
    else {
      fail(isOpen ? "the brackets do not match" : "a bracket closes that was not opened", at);
      const lowest = Math.max(floor, brackets.length - maxBrackets);
      for (let index = brackets.length - 1; index >= lowest; index--) {
        if (brackets[index] !== kind - 1) continue;
        brackets.length = index;
        break;
      }
    }
    push(kind, at, at + 1);
    at++;
  }

  function operator(): void {
    const found = operatorAt(text, at);
    const size = found === 0 ? 1 : found & 3;
    if (found === 0) fail(`unexpected character ${JSON.stringify(text.charAt(at))}`, at);
    push(found === 0 ? T.Error : found >> 2, at, at + size);
    at += size;
  }

  /** The end of a physical line, and of a logical one unless a bracket is open. */
  function endLine(): void {
    if (brackets.length === 0) {
      const last = count === 0 ? T.Newline : kinds[count - 1];
      if (last !== T.Newline && last !== T.Indent && last !== T.Dedent) push(T.Newline, at, at);
      lineBegins = true;
    }
    lineBreak();
  }

  function scan(): void {
    while (at < length) {
      const open = fstrings.length === 0 ? undefined : fstrings[fstrings.length - 1]!;
      // Bracket depth inside the innermost open replacement field; 0 outside of all.
      let floor = 0;
      if (open !== undefined) {
        const fields = open.fields.length;
        const inSpec = fields > 0 && open.inSpec[fields - 1]!;
        if (fields === 0 || inSpec) {
          fstringText(open, inSpec);
          continue;
        }
        floor = open.fields[fields - 1]!;
      }
      if (lineBegins) {
        lineBegins = false;
        indentation();
        if (at >= length) return;
      }
      const code = text.charCodeAt(at);
      const type = classOf(code);
      if (type === Class.Name) word();
      else if (type === Class.Blank) at++;
      else if (code === Code.LineFeed || code === Code.Return) endLine();
      else if (type === Class.Digit || (code === Code.Dot && isDigit(text.charCodeAt(at + 1)))) {
        const start = at;
        at = endOfNumber(text, at);
        push(T.Number, start, at);
      } else if (code === Code.Hash) skipComment();
      else if (code === Code.DoubleQuote || code === Code.Quote) {
        if (open !== undefined && code === open.quote && !closesLater(open))
          abandonFields(open, at);
        else plainString(at);
      } else if (code === Code.Backslash && isLineBreak(text.charCodeAt(at + 1))) {
        at++;
        lineBreak();
      } else if (
        code === Code.LeftParenthesis ||
        code === Code.LeftBracket ||
        code === Code.LeftBrace
      ) {
        openBracket(kindOfSign(code));
      } else if (open !== undefined && code === Code.RightBrace && brackets.length === floor)
        closeField(open);
      else if (
        code === Code.RightParenthesis ||
        code === Code.RightBracket ||
        code === Code.RightBrace
      ) {
        closeBracket(kindOfSign(code), floor);
      } else if (open !== undefined && code === Code.Colon && brackets.length === floor) {
        // At the level of the field a colon starts the format spec, `:=` included (PEP 701).
        push(T.Colon, at, at + 1);
        at++;
        open.inSpec[open.inSpec.length - 1] = true;
      } else operator();
    }
  }

  /** Goes back to an f-string that nothing closed, so that only its first line is lost. */
  function reopen(): boolean {
    const outermost = fstrings[0];
    if (outermost === undefined || ++unclosed > maxUnclosed) return false;
    const { start, tokens, lines, comments: noted, depth } = outermost;
    fail("the f-string is not closed", start);
    count = tokens;
    lineStarts.length = lines;
    comments.length = noted;
    brackets.length = depth;
    fstrings.length = 0;
    at = start;
    while (at < length && !isLineBreak(text.charCodeAt(at))) at++;
    push(T.Error, start, at);
    return true;
  }

  do scan();
  while (reopen());
  closeFStrings(length);
  if (brackets.length > 0) fail("a bracket is not closed", length);
  if (count > 0 && kinds[count - 1] !== T.Newline) push(T.Newline, length, length);
  for (let level = indents.length; level > 1; level--) push(T.Dedent, length, length);
  push(T.End, length, length);
  return { kinds, starts, ends, count, lineStarts, comments };
}
