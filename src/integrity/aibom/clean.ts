// What a model says about itself is written by whoever made the model. It comes through here before
// it stands in a document that others read: nothing that commands a terminal or hides from a
// reviewer, no secrets, no text without end.
import { mask, redact } from "../../detect/redact.ts";

/** Controls, format characters, separators, variation selectors and blank fillers. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{e0100}-\u{e01ef}\u115f\u1160\u3164\uffa0]/gu;
const unseenButBreaks =
  /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{e0100}-\u{e01ef}\u115f\u1160\u3164\uffa0]/gu;
const userInfo = /([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@]{1,500}@/gi;
/** A parameter of an address, in the middle of a text, that lets somebody in. */
const inlineParameter =
  /([?&][^\s=&?#]{0,40}(?:token|secret|passw|signature|credential|api[-_]?key|access[-_]?key)[^\s=&?#]{0,40}=)[^\s&#"']{1,500}/gi;
const secretParameter =
  /^(?:.*(?:token|secret|password|passwd|signature|credential|api[-_]?key|access[-_]?key).*|sig|key|auth|pwd|x-amz-.*|x-goog-.*)$/i;

const longestText = 4000;

/** Takes out what lets somebody in. */
function harmless(text: string): string {
  return redact(text.replace(userInfo, "$1").replace(inlineParameter, `$1${mask}`));
}

function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1).toWellFormed()}…` : text;
}

/** A text of one line, clean and of bounded length; undefined where nothing is left. */
export function lineOf(value: string, longest = 500): string | undefined {
  const seen = value
    .slice(0, longest * 4)
    .toWellFormed()
    .replace(/\s+/g, " ")
    .replace(unseen, "");
  const text = harmless(seen).trim();
  return text === "" ? undefined : shortened(text, longest);
}

/** Prose, with its line breaks. */
export function proseOf(value: string, longest = longestText): string | undefined {
  const seen = value
    .slice(0, longest * 4)
    .toWellFormed()
    .replaceAll("\r\n", "\n")
    .replace(unseenButBreaks, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n(?: ?\n)+/g, "\n\n");
  const text = harmless(seen).trim();
  return text === "" ? undefined : shortened(text, longest);
}

/** A name of a file, in which nothing may be invisible. */
export function nameOfFile(name: string): string {
  return name
    .toWellFormed()
    .replace(unseen, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}

/** An address on the web, without what lets somebody in; undefined for everything else. */
export function cleanUrl(value: string): string | undefined {
  const text = value.trim();
  if (text.length > 2000 || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  url.username = "";
  url.password = "";
  const names = new Set(url.searchParams.keys());
  for (const name of names) if (secretParameter.test(name)) url.searchParams.delete(name);
  // WHATWG leaves some characters that RFC 3987 does not allow.
  return redact(url.href).replace(/[\s<>"{}|\\^`[\]]/g, (char) =>
    /[[\]]/.test(char) && url.hostname.includes(char) ? char : encodeURIComponent(char),
  );
}
