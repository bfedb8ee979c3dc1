import type { CharSet } from "./tree.ts";

type Ranges = readonly (readonly [number, number])[];

const digit: Ranges = [[48, 57]];
const word: Ranges = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
const space: Ranges = [
  [9, 10],
  [12, 13],
  [32, 32],
];

/** `[:alpha:]` and its like; they are of ASCII. */
export const namedClasses: ReadonlyMap<string, Ranges> = new Map([
  ["alnum", [...digit, [65, 90], [97, 122]]],
  [
    "alpha",
    [
      [65, 90],
      [97, 122],
    ],
  ],
  ["ascii", [[0, 127]]],
  [
    "blank",
    [
      [9, 9],
      [32, 32],
    ],
  ],
  [
    "cntrl",
    [
      [0, 31],
      [127, 127],
    ],
  ],
  ["digit", digit],
  ["graph", [[33, 126]]],
  ["lower", [[97, 122]]],
  ["print", [[32, 126]]],
  [
    "punct",
    [
      [33, 47],
      [58, 64],
      [91, 96],
      [123, 126],
    ],
  ],
  [
    "space",
    [
      [9, 13],
      [32, 32],
    ],
  ],
  ["upper", [[65, 90]]],
  ["word", word],
  [
    "xdigit",
    [
      [48, 57],
      [65, 70],
      [97, 102],
    ],
  ],
]);

/** All but the given characters. */
export function complement(ranges: Ranges): Ranges {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0]);
  const result: [number, number][] = [];
  let next = 0;
  for (const [low, high] of sorted) {
    if (low > next) result.push([next, low - 1]);
    next = Math.max(next, high + 1);
  }
  if (next <= 0x10ffff) result.push([next, 0x10ffff]);
  return result;
}

/** What `\d`, `\W` and their like stand for. */
export function escapedClass(letter: string): Ranges | undefined {
  const lower = letter.toLowerCase();
  const ranges = lower === "d" ? digit : lower === "w" ? word : lower === "s" ? space : undefined;
  return ranges === undefined || lower === letter ? ranges : complement(ranges);
}

/** A pattern for one character of a Unicode property; undefined where there is none. */
export function propertyPattern(name: string): RegExp | undefined {
  if (!/^[A-Za-z_]{1,40}$/.test(name)) return undefined;
  for (const source of [`\\p{${name}}`, `\\p{Script=${name}}`]) {
    try {
      return new RegExp(`^${source}$`, "u");
    } catch {
      // The next may be one.
    }
  }
  return undefined;
}

function isIn({ ranges, properties, isNot }: CharSet, code: number): boolean {
  const found =
    ranges.some(([low, high]) => code >= low && code <= high) ||
    properties.some((each) => each.pattern.test(String.fromCodePoint(code)) !== each.isNot);
  return found !== isNot;
}

/** Whether a character is in a set. */
export function matchesSet(set: CharSet, code: number): boolean {
  if (!set.ignoresCase) return isIn(set, code);
  const char = String.fromCodePoint(code);
  const forms = [char, char.toLowerCase(), char.toUpperCase()].map((form) => form.codePointAt(0)!);
  // Of a class that is negated no form may be in it.
  return set.isNot ? forms.every((form) => isIn(set, form)) : forms.some((form) => isIn(set, form));
}

/** True for what `\b` takes for a part of a word. */
export function isWordCode(code: number): boolean {
  return word.some(([low, high]) => code >= low && code <= high);
}
