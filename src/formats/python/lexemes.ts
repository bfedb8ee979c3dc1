import { T } from "./tokens.ts";

// Where one lexeme ends, each as a function of the text alone. `tokenize.ts` puts them in order.

export const Code = {
  Tab: 9,
  LineFeed: 10,
  FormFeed: 12,
  Return: 13,
  Space: 32,
  DoubleQuote: 34,
  Hash: 35,
  Quote: 39,
  LeftParenthesis: 40,
  RightParenthesis: 41,
  Dot: 46,
  Zero: 48,
  Nine: 57,
  Colon: 58,
  Equals: 61,
  LeftBracket: 91,
  Backslash: 92,
  RightBracket: 93,
  Underscore: 95,
  LeftBrace: 123,
  RightBrace: 125,
  NoBreakSpace: 0xa0,
  IdeographicSpace: 0x3000,
  ByteOrderMark: 0xfeff,
} as const;

/** What a character begins. Above ASCII everything may be in a name. */
export const Class = { Name: 1, Digit: 2, Blank: 4 } as const;

const classes = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (letter || code === Code.Underscore) classes[code] = Class.Name;
  else if (code >= Code.Zero && code <= Code.Nine) classes[code] = Class.Digit;
}
// NUL is read over: what stands behind one may still be run by something less strict.
for (const code of [0, Code.Tab, Code.FormFeed, Code.Space]) classes[code] = Class.Blank;

/** The class of a character code, 0 for signs and line breaks. */
export function classOf(code: number): number {
  if (code < 128) return classes[code]!;
  if (code === Code.ByteOrderMark) return Class.Blank;
  return code === Code.NoBreakSpace || code === Code.IdeographicSpace ? 0 : Class.Name;
}

/** True for the two characters that end a line. */
export function isLineBreak(code: number): boolean {
  return code === Code.LineFeed || code === Code.Return;
}

/** Offset behind the line break that stands at `at`. */
export function afterLineBreak(text: string, at: number): number {
  return text.charCodeAt(at) === Code.Return && text.charCodeAt(at + 1) === Code.LineFeed
    ? at + 2
    : at + 1;
}

/** True where the quote at `at` is the first of three. */
export function isTriple(text: string, at: number): boolean {
  const quote = text.charCodeAt(at);
  return text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
}

/** End of the name that begins at `at`. */
export function endOfName(text: string, at: number): number {
  let end = at + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (
      code < 128
        ? (classes[code]! & (Class.Name | Class.Digit)) === 0
        : classOf(code) !== Class.Name
    )
      break;
  }
  return end;
}

/** True for a decimal digit. */
export function isDigit(code: number): boolean {
  return code >= Code.Zero && code <= Code.Nine;
}

function endOfDigits(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (!isDigit(code) && code !== Code.Underscore) break;
  }
  return end;
}

function endOfHexadecimal(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    const lower = code | 32;
    if (!isDigit(code) && code !== Code.Underscore && !(lower >= 97 && lower <= 102)) break;
  }
  return end;
}

/**
 * End of the number that begins at `at`. It ends where its digits do, whatever follows: CPython
 * reads `0xfor x` as `0xf or x`.
 */
export function endOfNumber(text: string, at: number): number {
  const radix = text.charCodeAt(at) === Code.Zero ? text.charCodeAt(at + 1) | 32 : 0;
  let end: number;
  if (radix === 120) end = endOfHexadecimal(text, at + 2);
  else if (radix === 111 || radix === 98) end = endOfDigits(text, at + 2);
  else {
    end = endOfDigits(text, at);
    if (text.charCodeAt(end) === Code.Dot) end = endOfDigits(text, end + 1);
    if ((text.charCodeAt(end) | 32) === 101) {
      const sign = text.charCodeAt(end + 1);
      const first = sign === 43 || sign === 45 ? end + 2 : end + 1;
      if (isDigit(text.charCodeAt(first))) end = endOfDigits(text, first);
    }
  }
  // `j` makes it complex; `l` is Python 2's long.
  const suffix = text.charCodeAt(end) | 32;
  return suffix === 106 || suffix === 108 ? end + 1 : end;
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
  [".", T.Dot],
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

/** Kind of a sign of one character, brackets among them; 0 for none. */
export function kindOfSign(code: number): number {
  return code < 128 ? singles[code]! : 0;
}

/** The longest operator at `at`: its kind times 4, plus its size of 1 to 3; 0 where there is none. */
export function operatorAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const kind = kindOfSign(code);
  if (kind === 0) return 0;
  const next = text.charCodeAt(at + 1);
  if (next === Code.Equals) {
    if (code === 60) return T.LessEqual * 4 + 2;
    if (code === 62) return T.GreaterEqual * 4 + 2;
    if (code === 61) return T.Equal * 4 + 2;
    if (code === 33) return T.NotEqual * 4 + 2;
    if (code === 58) return T.Walrus * 4 + 2;
    if ((kind >= T.Plus && kind <= T.Caret) || kind === T.At) return T.AugAssign * 4 + 2;
  } else if (next === code) {
    let double = 0;
    if (code === 42) double = T.DoubleStar;
    else if (code === 47) double = T.DoubleSlash;
    else if (code === 60) double = T.LShift;
    else if (code === 62) double = T.RShift;
    if (double !== 0)
      return text.charCodeAt(at + 2) === Code.Equals ? T.AugAssign * 4 + 3 : double * 4 + 2;
    if (code === Code.Dot && text.charCodeAt(at + 2) === Code.Dot) return T.Ellipsis * 4 + 3;
  } else if (next === 62) {
    if (code === 45) return T.Arrow * 4 + 2;
    // Python 2's `<>`.
    if (code === 60) return T.NotEqual * 4 + 2;
  }
  return kind * 4 + 1;
}

/**
 * End of the plain string whose opening quote is at `at`. Where it is not closed, the answer is
 * negative: the bitwise complement of the end of its first line. Lines are counted on the way.
 */
export function endOfString(text: string, at: number, lineStarts: number[]): number {
  const quote = text.charCodeAt(at);
  const triple = isTriple(text, at);
  let firstLineEnd = -1;
  let end = at + (triple ? 3 : 1);
  while (end < text.length) {
    let code = text.charCodeAt(end);
    if (code === quote) {
      if (!triple) return end + 1;
      if (isTriple(text, end)) return end + 3;
      end++;
      continue;
    }
    const isEscaped = code === Code.Backslash;
    if (isEscaped) code = text.charCodeAt(++end);
    if (code !== Code.LineFeed && code !== Code.Return) {
      end++;
      continue;
    }
    if (firstLineEnd < 0) firstLineEnd = end;
    if (!triple && !isEscaped) break;
    end = afterLineBreak(text, end);
    lineStarts.push(end);
  }
  return ~(firstLineEnd < 0 ? text.length : firstLineEnd);
}

/** How the literal text of an f-string is read. */
export interface FormattedText {
  readonly quote: number;
  readonly triple: boolean;
  readonly raw: boolean;
  /** True in the format spec of a replacement field. */
  readonly inSpec: boolean;
}

/**
 * End of the literal text of an f-string that begins at `at`: the offset of a replacement field,
 * of the `}` that ends a format spec, of the closing quote, of the line break that it must not
 * hold, or of the end of the text.
 */
export function endOfFormattedText(
  text: string,
  at: number,
  mode: FormattedText,
  lineStarts: number[],
): number {
  const { quote, triple, raw, inSpec } = mode;
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    const next = text.charCodeAt(end + 1);
    if (code === Code.Backslash) {
      if (!raw && next === 78 && text.charCodeAt(end + 2) === Code.LeftBrace) {
        // \N{NAME}: its braces are no field. The longest name of Unicode has 88 characters.
        const close = text.slice(end, end + 100).indexOf("}");
        end += close < 0 ? 3 : close + 1;
      } else if (isLineBreak(next)) {
        end = afterLineBreak(text, end + 1);
        lineStarts.push(end);
        // A backslash before a brace does not escape it.
      } else end += next === Code.LeftBrace || next === Code.RightBrace ? 1 : 2;
    } else if (code === Code.LeftBrace) {
      if (inSpec || next !== Code.LeftBrace) return end;
      end += 2;
    } else if (code === Code.RightBrace) {
      if (inSpec) return end;
      end += next === Code.RightBrace ? 2 : 1;
    } else if (code === quote && (!triple || isTriple(text, end))) return end;
    else if (code === Code.LineFeed || code === Code.Return) {
      if (!triple) return end;
      end = afterLineBreak(text, end);
      lineStarts.push(end);
    } else end++;
  }
  return text.length;
}
