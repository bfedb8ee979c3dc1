// Texts written in characters that are not drawn, which a model reads and a person does not.
import { rewriting, type ToOriginal } from "../offsets.ts";

/** A text that was hidden in characters that are not drawn. */
export interface Concealed {
  /** "unicode-tags", "variation-selectors", "zero-width-bits" */
  readonly disguise: string;
  readonly text: string;
  readonly toOriginal: ToOriginal;
}

/** What says less than this many characters is no text. */
const leastText = 4;
/** Longer ones are cut: no honest text has any. */
const mostUnits = 65_536;

/** The ASCII of a tag character (U+E0000 to U+E007F); undefined for any other code point. */
export function tagOf(code: number): string | undefined {
  if (code < 0xe0001 || code > 0xe007f) return undefined;
  return String.fromCharCode(code - 0xe0000);
}

/** The byte of a variation selector, as smugglers count: VS1 to VS256. */
export function selectorByte(code: number): number | undefined {
  if (code >= 0xfe00 && code <= 0xfe0f) return code - 0xfe00;
  if (code >= 0xe0100 && code <= 0xe01ef) return code - 0xe0100 + 16;
  return undefined;
}

/** One invisible code point and where it stands. */
export interface Unseen {
  readonly code: number;
  readonly start: number;
  readonly end: number;
}

/** What the tag characters of a text say together, wherever they are strewn. */
function tagText(unseen: readonly Unseen[]): Concealed | undefined {
  const made = rewriting("");
  let after = -1;
  for (const { code, start, end } of unseen) {
    const letter = tagOf(code);
    if (letter === undefined) continue;
    if (after >= 0 && start - after > 2 && made.length() > leastText) made.put(" ", start, start);
    if (letter >= " " && letter !== "\u007f") made.put(letter, start, end);
    after = end;
  }
  const { text, toOriginal } = made.finish();
  if (text.trim().length < leastText) return undefined;
  return { disguise: "unicode-tags", text, toOriginal };
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decoded(bytes: readonly number[]): string | undefined {
  try {
    const text = strict.decode(Uint8Array.from(bytes));
    return text.length >= leastText && !/[^\P{C}\s]/u.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** A text whose bytes are written in a row of characters; offsets are those of the whole row. */
function ofBytes(
  disguise: string,
  bytes: readonly number[],
  row: readonly Unseen[],
): readonly Concealed[] {
  const text = decoded(bytes);
  if (text === undefined) return [];
  const span = { start: row[0]!.start, end: row.at(-1)!.end };
  return [{ disguise, text, toOriginal: () => span }];
}

/** The two characters that a row of bits is written with, in any of the ways that they may count. */
function bitTexts(row: readonly Unseen[]): readonly Concealed[] {
  const codes = [...new Set(row.map(({ code }) => code))];
  if (codes.length !== 2 || row.length < leastText * 8) return [];
  for (const one of codes) {
    const bytes: number[] = [];
    for (let at = 0; at + 8 <= row.length; at += 8) {
      let byte = 0;
      for (let bit = 0; bit < 8; bit++) byte = byte * 2 + (row[at + bit]!.code === one ? 1 : 0);
      bytes.push(byte);
    }
    const found = ofBytes("zero-width-bits", bytes, row);
    if (found.length > 0) return found;
  }
  return [];
}

/** Rows of invisible characters that follow each other. */
function* rowsOf(unseen: readonly Unseen[]): Generator<readonly Unseen[]> {
  let row: Unseen[] = [];
  for (const each of unseen) {
    if (row.length > 0 && row.at(-1)!.end !== each.start) {
      yield row;
      row = [];
    }
    row.push(each);
  }
  if (row.length > 0) yield row;
}

/** Reads what the invisible characters of a text, given in order, say. */
export function concealedTexts(unseen: readonly Unseen[]): readonly Concealed[] {
  const some = unseen.length > mostUnits ? unseen.slice(0, mostUnits) : unseen;
  const tags = tagText(some);
  const found: Concealed[] = tags === undefined ? [] : [tags];
  for (const row of rowsOf(some)) {
    if (row.length < leastText) continue;
    const bytes = row.flatMap(({ code }) => selectorByte(code) ?? []);
    if (bytes.length >= leastText) {
      const start = row.filter(({ code }) => selectorByte(code) !== undefined);
      found.push(...ofBytes("variation-selectors", bytes, start));
    } else found.push(...bitTexts(row));
  }
  return found;
}
