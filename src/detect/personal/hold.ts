import { longestEmail } from "./email.ts";
import { isDigitAt } from "./runs.ts";
import { reachAfter } from "./words.ts";

/** So far before a value its words and its URL are looked at: what judges a stream keeps as much that has left. */
export const contextBefore = 128;

/** No number with its spaces and extension is written longer. */
const longestNumber = 64;

/** What an address, a URL's user, a hash or a word is made of. */
function isTokenAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    ((code | 32) - 97) >>> 0 < 26 ||
    (code >= 43 && code <= 58 && code !== 44 && code !== 47) ||
    code === 64 ||
    code === 95 ||
    code === 37 ||
    code === 39 ||
    code === 40 ||
    code > 191
  );
}

/** Numbers in groups, with letters between them as in IBANs, and what may stand before and behind. */
const numberTail =
  /(?:[A-Z]{2} |[+(]{1,2} ?)?(?:[A-Za-z0-9]{0,24}\d[A-Za-z0-9]{0,24}|[A-Z]{4})(?:[ ./()\u00a0\u2009\u202f\u2010-\u2013-]{1,3}(?:[A-Za-z0-9]{0,24}\d[A-Za-z0-9]{0,24}|[A-Z]{1,4}(?![A-Za-z])))*$/;

function startOfNumber(text: string, last: number): number {
  const from = Math.max(0, last + 1 - longestNumber);
  const found = numberTail.exec(text.slice(from, last + 1));
  return found === null ? last : from + found.index;
}

const opening = /(?:[A-Z]{2}|[+(]) $/;

function startOfToken(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < longestEmail && isTokenAt(text, start - 1)) start--;
  return start;
}

/**
 * The earliest offset from which on a later piece could still make or change a detection; the text's
 * length where none is open.
 */
export function holdFrom(text: string, from: number): number {
  const end = text.length;
  const token = startOfToken(text, end);
  let hold = token;
  const nearest = Math.max(from, token - reachAfter - 8);
  for (let last = end - 1; last >= nearest; last--)
    if (isDigitAt(text, last)) {
      hold = startOfToken(text, Math.min(hold, startOfNumber(text, last)));
      break;
    }
  // "AB 12 34 56 C" and "+ 49" begin before their first digit.
  if (opening.test(text.slice(Math.max(0, hold - 3), hold))) hold = Math.max(0, hold - 3);
  return Math.max(from, Math.min(hold, end));
}
