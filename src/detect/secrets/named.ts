import { isPlaceholder, entropyOf, looksDrawn, mixOf, wordiness } from "./judge.ts";
import { namedKinds, placeKinds } from "./kinds.ts";
import { kindOfName, type NameKind } from "./names.ts";
import { isWordAt, type Matcher } from "./secret.ts";

const rankNamed = 4;
const maxName = 48;
/** Names that are looked at within the value of another. */
const mostNested = 3;

/** `"API_KEY", "value": "…"` and Kubernetes' `name: API_KEY` over `value: …` */
const valueAside = /\\?["']?\s{0,3},?\s{0,60}\\?["']?value\\?["']?\s{0,3}[:=]\s{0,3}/iy;
/** The end of a name, an annotation of its type, a sign. */
const sign =
  /\\?["'`]?[\])]?(?:[ \t]{0,3}:[ \t]{0,3}[A-Za-z_][\w.[\] |]{0,40}(?=[ \t]{1,3}=|=["'`]))?(?:[ \t]{0,20}(?:=>|:=|={1,3}|!==?|\|\|=?|\?\?=?|or(?= ["'])|:|>|,)[ \t]{0,8}|[ \t]{1,3}(?=["'`]))\(?[rbuRBU@f]{0,2}/y;
/** A blank between an option and its value, or between a name and its value after Docker's `ENV`. */
const optionSign = /[ \t]{1,3}|=/y;
const quoted = /\\?(["'`])((?:\\(?!\1)[^\n]|(?!\\?\1)[^\n\\]){6,400})\\?\1/y;
const bare = /[^\s"'`,;(){}[\]<>|&\\]{6,400}/y;

const base64 = /^[A-Za-z0-9+/]{8,400}={0,2}$/;

/** Names, paths, hosts, numbers, sentences: what stands under such a name and is none. */
const unlike =
  /\s|^(?:[./~]|https?:|s3:|gs:|file:|arn:|urn:|\d+$)|:\/\/|^[\w.+-]+@[\w-]+\.[\w.]+$|^[\w.-]+:\d{1,5}$|\.(?:py|json|txt|ya?ml|toml|ini|cfg|pem|key|crt|cer|p12|pfx|env|com|org|io|net|js|mjs|ts|tsx|jsx|html?|md|css|go|rs|java|sh|csv|log|xml|svg|png)$|^[A-Za-z_$][\w$]*(?:(?:\.|::|->|\/|:)[A-Za-z_$][\w$]*)+$/;

function isPasswordLike(value: string, isQuoted: boolean): boolean {
  const { digits, lower, upper, other, changes } = mixOf(value);
  const classes = [digits, lower, upper, other].filter((count) => count > 0).length;
  if (value.length < 8 || value.length > 128 || digits === 0 || classes < 2) return false;
  if (entropyOf(value) < 2.6) return false;
  // `user_id_2`, `v1.2.3`, `2024-01-01`, `sha256-digest`: names and numbers have few kinds.
  if (/^[\d.:/-]+$/.test(value) || /^[a-z_]+\d{0,2}$/i.test(value)) return false;
  if (/^(?:[A-Za-z]+[-_.])+v?\d{1,2}$/.test(value)) return false;
  if (classes === 4) return true;
  if (classes === 3 && changes >= 4 && wordiness(value) < 0.6) return true;
  if (classes === 3) return isQuoted ? digits >= 2 || other > 0 : digits >= 2 && changes >= 2;
  return isQuoted && changes >= 3 && wordiness(value) < 0.7;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function isKeyLike(value: string): boolean {
  if (value.length < 16 || !looksDrawn(value)) return false;
  if (uuid.test(value)) return true;
  const { digits, lower, upper, changes } = mixOf(value);
  if (digits === 0 || lower + upper === 0) return false;
  if (/^[0-9a-f]+$/i.test(value)) return entropyOf(value) > 2.8 && value.length >= 20;
  // A date, a version or a name of a model has its digits together.
  if (changes < Math.min(6, value.length / 5)) return false;
  return entropyOf(value) >= 3.2 && wordiness(value) < 0.66;
}

/**
 * True for a value that can be what its name says. Judged by the mixture of its characters, how
 * common their pairs are, and what else stands under such names.
 */
export function isLikelySecret(name: NameKind, value: string, isQuoted = true): boolean {
  if (unlike.test(value) || isPlaceholder(value)) return false;
  if (name === "password") return isPasswordLike(value, isQuoted);
  return isKeyLike(value);
}

/** The text of a base64 value, where it is one of printable characters. */
function decodedText(value: string): string | undefined {
  if (!base64.test(value) || value.length % 4 !== 0) return undefined;
  const text = Buffer.from(value, "base64").toString("latin1");
  return /^[\x20-\x7e]{6,}$/.test(text) ? text : undefined;
}

const stringWords =
  /(?:server|data source|host|user id|uid|user|username|dbname|database|initial catalog|accountname)\s{0,2}=/i;

interface Place {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function isNameAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isWordAt(text, at) || code === 45 || code === 46;
}

/** The whole name around a word of it. */
function nameAround(text: string, at: number): Place {
  let start = at;
  while (start > 0 && at - start < maxName && isNameAt(text, start - 1)) start--;
  // The letter of an escape before it (`\nTOKEN=`) is no part of it.
  if (start > 0 && text[start - 1] === "\\" && /[nrt]/.test(text[start]!)) start++;
  let end = at;
  while (end - at < maxName && (isWordAt(text, end) || text.charCodeAt(end) === 45)) end++;
  return { name: text.slice(start, end), start, end };
}

/** The few characters before a place, on its line. */
function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 8), at);
  return before.slice(before.lastIndexOf("\n") + 1);
}

function valueStart(
  text: string,
  { name, start, end }: Place,
): { at: number; isOption: boolean } | undefined {
  valueAside.lastIndex = end;
  if (valueAside.test(text)) return { at: valueAside.lastIndex, isOption: false };
  sign.lastIndex = end;
  if (sign.test(text)) return { at: sign.lastIndex, isOption: false };
  optionSign.lastIndex = end;
  const isBlankSign = name.startsWith("--") || /^ENV +$/m.test(lineBefore(text, start));
  if (isBlankSign && optionSign.test(text)) return { at: optionSign.lastIndex, isOption: true };
  return undefined;
}

/** Matches `name = value` in all the ways it is written, from a word of the name; for one text. */
export function namedMatcher(): Matcher {
  /** Up to here the text before was looked at, as one value. */
  let lookedAt = 0;
  /** The value that was last looked at, and how many names within it. */
  let outer = 0;
  let nested = 0;
  return (text, at, on) => {
    if (at < lookedAt) return 0;
    const place = nameAround(text, at);
    if (place.end - at >= maxName) return place.end;
    const from = valueStart(text, place);
    if (from === undefined) return 0;
    const kind = kindOfName(place.name);
    if (kind === undefined) return 0;
    const isNested = from.at < outer;
    if (isNested && nested >= mostNested) return 0;
    quoted.lastIndex = from.at;
    const inQuotes = quoted.exec(text);
    bare.lastIndex = from.at;
    const value = inQuotes?.[2] ?? bare.exec(text)?.[0];
    if (value === undefined) return 0;
    nested = isNested ? nested + 1 : 0;
    outer = Math.max(outer, from.at + value.length);
    const start = inQuotes === null ? from.at : from.at + inQuotes[0].indexOf(inQuotes[1]!) + 1;
    const end = start + value.length;
    if (!/[=:]/.test(value)) lookedAt = end;
    // What goes on with a bracket is a call or an index, and no value.
    if (inQuotes === null && /[([{]/.test(text[end] ?? "")) return 0;
    const decoded = decodedText(value);
    const span = { start: place.start, end, value: { start, end }, about: place.name };
    const isTrue =
      isLikelySecret(kind, value, inQuotes !== null) ||
      (decoded !== undefined && isLikelySecret(kind === "key" ? "token" : kind, decoded));
    if (isTrue) {
      on({ kind: namedKinds[kind], ...span, confidence: "medium", decoded: undefined }, rankNamed);
      return 0;
    }
    if (kind !== "password" || inQuotes !== null || isPlaceholder(value)) return 0;
    const line = text.slice(Math.max(0, place.start - 200), end + 200).split("\n");
    const inLine = line.find((part) => part.includes(value)) ?? "";
    if (
      value.length >= 6 &&
      /\d/.test(value) &&
      stringWords.test(inLine) &&
      /;/.test(inLine) &&
      !unlike.test(value)
    )
      on({ kind: placeKinds.connectionString, ...span, confidence: "medium" }, rankNamed);
    return 0;
  };
}
