/** What a UTF-16 code unit is to the tokeniser. */
export const charClass = {
  space: 0,
  newline: 1,
  letter: 2,
  digit: 3,
  /** A letter of a script that is written without blanks between words. */
  unspaced: 4,
  mark: 5,
  /** Seen by nobody: joiners, vowel points, combining accents. */
  silent: 6,
} as const;

/** Class of each code unit in the lower byte, its folded form above; 0 where it was not asked for yet. */
const table = new Int32Array(0x10000);
const isKnown = 1 << 30;

/** Letters whose accent is a stroke, which decomposition leaves. */
const strokes = new Map(
  [..."øo łl đd ßs æa œo ıi ħh ŧt ðd þt ’'".matchAll(/(\S)(\S)/gu)].map(
    ([, from = "", to = ""]) => [from, to],
  ),
);

function isUnspaced(code: number): boolean {
  return (
    (code >= 0x0e00 && code <= 0x0eff) ||
    (code >= 0x1000 && code <= 0x109f) ||
    (code >= 0x1780 && code <= 0x17ff) ||
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

function isSilent(code: number): boolean {
  return (
    (code >= 0x0300 && code <= 0x036f) ||
    (code >= 0x0591 && code <= 0x05c7 && code !== 0x05be) ||
    (code >= 0x064b && code <= 0x065f) ||
    code === 0x0640 ||
    code === 0x093c ||
    (code >= 0x200b && code <= 0x200f) ||
    code === 0x2060 ||
    code === 0xfeff ||
    code === 0x00ad
  );
}

function classify(code: number, char: string): number {
  if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029)
    return charClass.newline;
  if (isSilent(code)) return charClass.silent;
  if (/\s/u.test(char)) return charClass.space;
  if (isUnspaced(code) && /[\p{L}\p{M}\p{N}]/u.test(char)) return charClass.unspaced;
  if (/\p{Nd}/u.test(char)) return charClass.digit;
  return /[\p{L}\p{M}]/u.test(char) ? charClass.letter : charClass.mark;
}

function learn(code: number): number {
  const char = String.fromCharCode(code);
  let base = char;
  if (code > 0x7e && (code < 0x0530 || (code >= 0x1e00 && code < 0x2000) || code >= 0xff00))
    base = char.normalize("NFKD")[0] ?? char;
  base = base.toLowerCase();
  const fold = (strokes.get(base) ?? base).charCodeAt(0);
  const known = isKnown | (fold << 8) | classify(code, char);
  table[code] = known;
  return known;
}

/** Class and folded form of a code unit in one number: see `classIn` and `foldIn`. */
export function lookUp(code: number): number {
  const known = table[code]!;
  return known === 0 ? learn(code) : known;
}
export function classIn(known: number): number {
  return known & 0xff;
}
/** A code unit in lower case and without accents; full-width letters are made plain. */
export function foldIn(known: number): number {
  return (known >> 8) & 0xffff;
}
export function classOf(code: number): number {
  return lookUp(code) & 0xff;
}

/** A text as it stands in the lexicon. */
export function folded(text: string): string {
  let out = "";
  for (let at = 0; at < text.length; at++) {
    const known = lookUp(text.charCodeAt(at));
    if (classIn(known) !== charClass.silent) out += String.fromCharCode(foldIn(known));
  }
  return out;
}
