import type { Span } from "../../core/index.ts";
import { stretchesOf } from "./bytes.ts";
import type { Layer } from "./view.ts";

/** Numbers of characters in a row: `69 67 6e`, `0x69,0x67`, `105 103 110`, `01101001 01100111`. */
const leastNumbers = 8;
/** Eight numbers of two digits, and what parts them. */
const leastPart = 20;
/** No number of a character is longer. */
const longestNumber = 8;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Base {
  readonly disguise: string;
  readonly form: RegExp;
  readonly radix: number;
}

const bases: readonly Base[] = [
  { disguise: "binary", form: /^[01]{7,8}$/, radix: 2 },
  { disguise: "hex", form: /^[0-9A-Fa-f]{2}$/, radix: 16 },
  { disguise: "decimal", form: /^(?:1?[0-9]{2}|2[0-4][0-9]|25[0-5])$/, radix: 10 },
  { disguise: "octal", form: /^[01][0-7]{2}$/, radix: 8 },
];

function layersOf(row: readonly Word[]): readonly Layer[] {
  for (const { disguise, form, radix } of bases) {
    if (!row.every(({ text }) => form.test(text))) continue;
    const bytes = Uint8Array.from(row, ({ text }) => Number.parseInt(text, radix));
    const { stretches } = stretchesOf(bytes);
    const layers = stretches.map(({ text, start, places }): Layer => {
      const byteOf = (unit: number): number =>
        places === undefined ? start + unit : places[unit]!;
      return {
        disguise,
        text,
        toOriginal: (from, to) => ({
          start: row[byteOf(from)]!.start,
          end: row[Math.max(byteOf(from), byteOf(to) - 1)]!.end,
        }),
      };
    });
    if (layers.length > 0) return layers;
  }
  return [];
}

/** What a unit is in a row of numbers: part of one, or what parts two. */
const numeral = 1;
const parting = 2;
const classes = new Uint8Array(128);
for (const each of "0123456789abcdefABCDEFxX") classes[each.charCodeAt(0)] = numeral;
for (const each of " ,-:;\n\r") classes[each.charCodeAt(0)] = parting;

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? classes[code]! : 0;
}

/** The numbers of a part of a text that holds nothing else; what is too long or short parts rows. */
function* rowsOf(text: string, part: Span): Generator<readonly Word[]> {
  let row: Word[] = [];
  for (let at = part.start; at < part.end;) {
    if (classAt(text, at) === parting) {
      at++;
      continue;
    }
    const start = at;
    while (at < part.end && classAt(text, at) === numeral) at++;
    const isPrefixed = text[start] === "0" && (text.charCodeAt(start + 1) | 32) === 120;
    const first = isPrefixed ? start + 2 : start;
    if (at - first >= 2 && at - first <= longestNumber)
      row.push({ text: text.slice(first, at), start, end: at });
    else {
      yield row;
      row = [];
    }
  }
  yield row;
}

/**
 * What stands in rows of numbers of characters. Parts of a text that can be one are found by
 * looking at every twentieth character.
 */
export function* codeLayers(text: string): Generator<Layer> {
  let from = 0;
  for (let at = leastPart - 1; at < text.length; at += leastPart) {
    if (classAt(text, at) === 0) continue;
    let start = at;
    while (start > from && classAt(text, start - 1) !== 0) start--;
    let end = at;
    while (end < text.length && classAt(text, end) !== 0) end++;
    if (end - start >= leastPart)
      for (const row of rowsOf(text, { start, end }))
        if (row.length >= leastNumbers) yield* layersOf(row);
    from = end;
    at = Math.max(at, end);
  }
}
