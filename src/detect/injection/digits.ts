import { tokenKind, type Scan } from "./scan.ts";

/** Letters that digits and signs are written for; `1` is an i or an l. */
const letters = new Map<number, number>();
for (const pair of ["0o", "3e", "4a", "5s", "7t", "8b", "9g", "@a", "$s"])
  letters.set(pair.charCodeAt(0), pair.charCodeAt(1));
const one = 0x31;

/** Fewer words with digits in them are identifiers. */
const leastMixed = 3;

/** True where so many words have digits in them that these must be letters. */
export function hasDigitsForLetters({ tokens, kind }: Scan): boolean {
  let mixed = 0;
  let words = 0;
  for (let token = 0; token < tokens; token++) {
    const type = kind[token]!;
    if (type === tokenKind.mixed) mixed++;
    else if (type === tokenKind.word || type === tokenKind.unspaced) words++;
  }
  return mixed >= leastMixed && mixed * 3 >= words;
}

/** A text with letters for its digits, each at its old place; `1` is read as given. */
export function lettersForDigits(text: string, letterOfOne: "i" | "l"): string {
  const made = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    made[at] = code === one ? letterOfOne.charCodeAt(0) : (letters.get(code) ?? code);
  }
  // In parts, since a call takes only so many arguments.
  let out = "";
  for (let at = 0; at < made.length; at += 4_096)
    out += String.fromCharCode(...made.subarray(at, at + 4_096));
  return out;
}
