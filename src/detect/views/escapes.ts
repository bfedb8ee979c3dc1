import { rewriting } from "../offsets.ts";
import { widened, type Layer } from "./view.ts";

/** A character that is written as something else. */
interface Escape {
  readonly text: string;
  readonly end: number;
}

function hexValue(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const lower = code | 32;
    const digit =
      code >= 48 && code <= 57 ? code - 48 : lower >= 97 && lower <= 102 ? lower - 87 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return end <= text.length && end > start ? value : -1;
}

function character(code: number): string {
  if (code < 0 || code > 0x10ffff) return "";
  // Half of a pair is written as the next escape's other half: units are put together as they come.
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
}

const simple: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\n",
  t: "\t",
  '"': '"',
  "'": "'",
  "/": "/",
};

/** `\u0069`, `\u{69}`, `\x69`, `\151`, and what strings of JSON and programs have beside. */
function backslash(text: string, at: number): Escape | undefined {
  const letter = text[at + 1] ?? "";
  if (letter === "u" && text[at + 2] === "{") {
    const end = at + 3 + text.slice(at + 3, at + 10).indexOf("}");
    const code = end < at + 3 ? -1 : hexValue(text, at + 3, end);
    return code < 0 ? undefined : { text: character(code), end: end + 1 };
  }
  const width = letter === "u" ? 4 : letter === "x" ? 2 : letter === "U" ? 8 : 0;
  if (width > 0) {
    const code = hexValue(text, at + 2, at + 2 + width);
    return code < 0 ? undefined : { text: character(code), end: at + 2 + width };
  }
  const octal = /^[0-3][0-7]{2}/.exec(text.slice(at + 1, at + 4));
  if (octal !== null) return { text: character(Number.parseInt(octal[0], 8)), end: at + 4 };
  const plain = Object.hasOwn(simple, letter) ? simple[letter] : undefined;
  return plain === undefined ? undefined : { text: plain, end: at + 2 };
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  shy: "",
  zwnj: "",
  zwj: "",
  zwsp: "",
  ZeroWidthSpace: "",
  NewLine: "\n",
  Tab: "\t",
  period: ".",
  comma: ",",
  colon: ":",
  lpar: "(",
  rpar: ")",
  excl: "!",
  num: "#",
  sol: "/",
  bsol: "\\",
  lowbar: "_",
  hyphen: "-",
  dash: "-",
};

/** `&#105;`, `&#x69;`, `&lt;` of HTML. */
function entity(text: string, at: number): Escape | undefined {
  const ahead = text.slice(at + 1, at + 17);
  const length = ahead.indexOf(";");
  if (length < 1) return undefined;
  const name = ahead.slice(0, length);
  const end = at + 1 + length;
  if (Object.hasOwn(entities, name)) return { text: entities[name]!, end: end + 1 };
  if (/^#[xX][0-9A-Fa-f]{1,6}$/.test(name))
    return { text: character(Number.parseInt(name.slice(2), 16)), end: end + 1 };
  if (/^#[0-9]{1,7}$/.test(name))
    return { text: character(Number.parseInt(name.slice(1), 10)), end: end + 1 };
  return undefined;
}

/** `%69` of URLs; a character of several bytes has several of them. */
function percent(text: string, at: number): Escape | undefined {
  const first = hexValue(text, at + 1, at + 3);
  if (first < 0) return undefined;
  if (first < 0x80) return { text: String.fromCharCode(first), end: at + 3 };
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  const bytes = [first];
  for (let more = 1; more < length; more++) {
    const byte =
      text[at + more * 3] === "%" ? hexValue(text, at + more * 3 + 1, at + more * 3 + 3) : -1;
    if (byte < 0) return undefined;
    bytes.push(byte);
  }
  return { text: Buffer.from(bytes).toString("utf8"), end: at + length * 3 };
}

interface Kind {
  readonly disguise: string;
  readonly sign: string;
  readonly read: (text: string, at: number) => Escape | undefined;
}

const kinds: readonly Kind[] = [
  { disguise: "escapes", sign: "\\", read: backslash },
  { disguise: "html-entities", sign: "&", read: entity },
  { disguise: "percent", sign: "%", read: percent },
];

/** Letters and digits need no escape; spaces and line breaks part words that stand beside each other. */
const tells = /[\p{L}\p{N}\s<>]/u;
/** Signs further apart than this stand in views of their own. */
const farApart = 400;

/** Reads the places of one kind of escape that stand near each other. */
function* layersOf(text: string, { disguise, sign, read }: Kind): Generator<Layer> {
  let at = text.indexOf(sign);
  while (at >= 0) {
    const first = at;
    const found: (Escape & { readonly start: number })[] = [];
    let told = 0;
    let after = at;
    while (at >= 0 && at - after < farApart) {
      const escape = read(text, at);
      after = escape?.end ?? at + 1;
      if (escape !== undefined) {
        found.push({ ...escape, start: at });
        if (tells.test(escape.text)) told++;
      }
      at = text.indexOf(sign, after);
    }
    if (told === 0) continue;
    const { start, end } = widened(text, { start: first, end: after });
    const made = rewriting(text);
    let kept = start;
    for (const escape of found) {
      made.keep(kept, escape.start);
      made.put(escape.text, escape.start, escape.end);
      kept = escape.end;
    }
    made.keep(kept, end);
    yield { disguise, ...made.finish() };
  }
}

/** What stands in escapes of strings, HTML or URLs. */
export function* escapedLayers(text: string): Generator<Layer> {
  for (const kind of kinds) if (text.includes(kind.sign)) yield* layersOf(text, kind);
}
