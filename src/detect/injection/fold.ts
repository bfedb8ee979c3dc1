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

const unknown = 0xff;
const classes = new Uint8Array(0x10000).fill(unknown);
const folds = new Uint16Array(0x10000);

/** Letters whose accent is a stroke, which decomposition leaves. */
const strokes = new Map([..."øo łl đd ßs æa œo ıi ħh ŧt ðd þt ’'".matchAll(/(\S)(\S)/gu)].map(([, from = "", to = ""]) => [from, to]));

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

function learn(code: number): void {
  const char = String.fromCharCode(code);
  folds[code] = code;
  if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029) classes[code] = charClass.newline;
  else if (isSilent(code)) classes[code] = charClass.silent;
  else if (/\s/u.test(char)) classes[code] = charClass.space;
  else if (isUnspaced(code) && /[\p{L}\p{M}\p{N}]/u.test(char)) classes[code] = charClass.unspaced;
  else if (/\p{Nd}/u.test(char)) classes[code] = charClass.digit;
  else if (/[\p{L}\p{M}]/u.test(char)) classes[code] = charClass.letter;
  else classes[code] = charClass.mark;
  let base = char;
  if (code > 0x7e && (code < 0x0530 || (code >= 0x1e00 && code < 0x2000) || code >= 0xff00))
    base = char.normalize("NFKD")[0] ?? char;
  base = base.toLowerCase();
  folds[code] = (strokes.get(base) ?? base).charCodeAt(0);
}

/** Class of a code unit. */
export function classOf(code: number): number {
  if (classes[code] === unknown) learn(code);
  return classes[code]!;
}

/** A code unit in lower case and without accents; full-width letters are made plain. */
export function foldOf(code: number): number {
  if (classes[code] === unknown) learn(code);
  return folds[code]!;
}

/** A text as it stands in the lexicon. */
export function folded(text: string): string {
  let out = "";
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (classOf(code) !== charClass.silent) out += String.fromCharCode(foldOf(code));
  }
  return out;
}
