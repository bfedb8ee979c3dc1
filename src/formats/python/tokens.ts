/** Token kinds of Python as small numbers, so that a token is three integers in typed arrays. */
export const T = {
  End: 0,
  Newline: 1,
  Indent: 2,
  Dedent: 3,
  Name: 4,
  Number: 5,
  String: 6,
  /** Prefix and opening quote of an f-string or t-string. */
  FStart: 7,
  /** Literal text inside an f-string. */
  FMiddle: 8,
  FEnd: 9,
  Error: 10,

  LParen: 20,
  RParen: 21,
  LBracket: 22,
  RBracket: 23,
  LBrace: 24,
  RBrace: 25,
  Comma: 26,
  Colon: 27,
  Dot: 28,
  Semi: 29,
  At: 30,
  Assign: 31,
  Arrow: 32,
  Walrus: 33,
  Plus: 34,
  Minus: 35,
  Star: 36,
  Slash: 37,
  DoubleSlash: 38,
  Percent: 39,
  DoubleStar: 40,
  Amp: 41,
  Pipe: 42,
  Caret: 43,
  Tilde: 44,
  LShift: 45,
  RShift: 46,
  Less: 47,
  Greater: 48,
  LessEqual: 49,
  GreaterEqual: 50,
  Equal: 51,
  NotEqual: 52,
  Ellipsis: 53,
  Bang: 54,
  /** Any of `+= -= *= …`; the operator is the text without its `=`. */
  AugAssign: 55,

  False: 70,
  None: 71,
  True: 72,
  And: 73,
  As: 74,
  Assert: 75,
  Async: 76,
  Await: 77,
  Break: 78,
  Class: 79,
  Continue: 80,
  Def: 81,
  Del: 82,
  Elif: 83,
  Else: 84,
  Except: 85,
  Finally: 86,
  For: 87,
  From: 88,
  Global: 89,
  If: 90,
  Import: 91,
  In: 92,
  Is: 93,
  Lambda: 94,
  Nonlocal: 95,
  Not: 96,
  Or: 97,
  Pass: 98,
  Raise: 99,
  Return: 100,
  Try: 101,
  While: 102,
  With: 103,
  Yield: 104,
} as const;

/** Reserved words (Language Reference §2.3.1); soft keywords are ordinary names. */
const keywords: ReadonlyMap<string, number> = new Map([
  ["False", T.False],
  ["None", T.None],
  ["True", T.True],
  ["and", T.And],
  ["as", T.As],
  ["assert", T.Assert],
  ["async", T.Async],
  ["await", T.Await],
  ["break", T.Break],
  ["class", T.Class],
  ["continue", T.Continue],
  ["def", T.Def],
  ["del", T.Del],
  ["elif", T.Elif],
  ["else", T.Else],
  ["except", T.Except],
  ["finally", T.Finally],
  ["for", T.For],
  ["from", T.From],
  ["global", T.Global],
  ["if", T.If],
  ["import", T.Import],
  ["in", T.In],
  ["is", T.Is],
  ["lambda", T.Lambda],
  ["nonlocal", T.Nonlocal],
  ["not", T.Not],
  ["or", T.Or],
  ["pass", T.Pass],
  ["raise", T.Raise],
  ["return", T.Return],
  ["try", T.Try],
  ["while", T.While],
  ["with", T.With],
  ["yield", T.Yield],
]);

/** By the first two letters, as `first * 128 + second`: 1 where a keyword begins so. */
const keywordStarts = new Uint8Array(128 * 128);
for (const word of keywords.keys())
  keywordStarts[word.charCodeAt(0) * 128 + word.charCodeAt(1)] = 1;

/** Kind of the word from `start` to `end`: a keyword's, or `Name`. */
export function kindOfWord(text: string, start: number, end: number): number {
  const size = end - start;
  if (size < 2 || size > 8) return T.Name;
  const first = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  if (first > 127 || second > 127 || keywordStarts[first * 128 + second] === 0) return T.Name;
  return keywords.get(text.slice(start, end)) ?? T.Name;
}

/**
 * Keywords that can only begin a statement. One of them at the start of a line inside an open
 * bracket shows that the bracket was never closed, and the tokenizer goes on from there.
 */
export const statementKeywords: ReadonlySet<number> = new Set([
  T.Assert,
  T.Break,
  T.Class,
  T.Continue,
  T.Def,
  T.Del,
  T.Global,
  T.Import,
  T.Nonlocal,
  T.Pass,
  T.Raise,
  T.Return,
  T.Try,
  T.While,
  T.With,
]);

/** The tokens of one text. `kinds[i]` spans `starts[i]` to `ends[i]`. */
export interface Tokens {
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly count: number;
  /** Offset at which each line starts. */
  readonly lineStarts: readonly number[];
  /** Start and end of each comment, `#` included. */
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}
