import type { Span } from "../../core/index.ts";
import { isCard } from "./cards.ts";
import { passesIban } from "./iban.ts";
import { isSample } from "./samples.ts";

// What lies in files is mostly tables of numbers: this is stricter than the finder for exchanges, knows
// no samples and no roles, and loads no metadata of telephone numbers.

/** What of a person is seen. */
export type PersonalKind =
  | "card number"
  | "IBAN"
  | "social security number"
  | "e-mail address"
  | "phone number";

/** A piece of personal data. */
export interface Personal extends Span {
  readonly kind: PersonalKind;
  /** The value as it stands. */
  readonly value: string;
}

/**
 * Numbers that are written as a card's, a social security number, or a telephone number of North
 * America: one expression, so that a table is gone through once.
 */
const numbers =
  /(?<![\w.-]|[A-Z0-9]{4}[ -])(?:\d{4}([ -])(?:\d{4}\1\d{4}\1\d{4}|\d{6}\1\d{5})|[2-6]\d{14,15}|\d{3}-\d{2}-\d{4}|\(\d{3}\) ?\d{3}-\d{4})(?![\w.-]|[ -]\d{4}\b)/g;
const cardWords = /card|visa|\bpan\b|\bamex\b/i;
const ssn = /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/;
const ssnWords = /\bssn\b|social.?security/i;
const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g;
const international =
  /^\+[1-9]\d{0,2}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{2,4}(?:[ .-]\d{2,4}){2,4}(?![\w.-])/;

/** Values that are told apart in one text; a table of customers has no end. */
const mostFound = 1_000;

interface Search {
  readonly text: string;
  readonly found: Personal[];
}

function add({ found }: Search, seen: Omit<Personal, "end">): void {
  const { kind, start, value } = seen;
  if (found.length < mostFound && !isSample(value.replaceAll(" ", "")))
    found.push({ kind, value, start, end: start + value.length });
}

/** A word in the same text has to say what a number is that others could be as well. */
function addNumbers(search: Search): void {
  const { text } = search;
  let saysCard: boolean | undefined;
  let saysSsn: boolean | undefined;
  for (const { 0: value, 1: separator, index } of text.matchAll(numbers)) {
    if (search.found.length >= mostFound) return;
    if (value.startsWith("(")) add(search, { kind: "phone number", start: index, value });
    else if (value.length === 11) {
      if (ssn.test(value) && (saysSsn ??= ssnWords.test(text)))
        add(search, { kind: "social security number", start: index, value });
    } else {
      const digits = value.replaceAll(/[ -]/g, "");
      if (!isCard(digits) || isSample(digits)) continue;
      if (separator !== undefined || (saysCard ??= cardWords.test(text)))
        add(search, { kind: "card number", start: index, value });
    }
  }
}

function addIbans(search: Search): void {
  for (const { 0: value, index } of search.text.matchAll(iban))
    if (passesIban(value.replaceAll(" ", ""))) add(search, { kind: "IBAN", start: index, value });
}

function addPhones(search: Search): void {
  const { text, found } = search;
  for (
    let at = text.indexOf("+");
    at >= 0 && found.length < mostFound;
    at = text.indexOf("+", at + 1)
  ) {
    const value = international.exec(text.slice(at, at + 40))?.[0] ?? "";
    const digits = value.replaceAll(/\D/g, "").length;
    if (digits >= 9 && digits <= 15 && !/\w/.test(text[at - 1] ?? ""))
      add(search, { kind: "phone number", start: at, value });
  }
}

/** Addresses of nobody: manuals, machines, packages (`@scope`), SSH remotes. */
const nobody =
  /^(?:git|no-?reply|do-?not-?reply|root|user(?:name)?|name|test|foo|bar|you|me|email|admin|info|support|contact|hello)@|@(?:.*\.)?(?:example|test|invalid|localhost|noreply)\b|@(?:example|test|domain|email|yourdomain|company|users\.noreply)\.|\.(?:png|jpe?g|svg|js|css|py|local|internal)$/i;

const domain = /^@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![\w-])/;

/** Where the part before the `@` begins; `at` where there is none. */
function startOfUser(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 64 && /[\w.+-]/.test(text[start - 1]!)) start--;
  while (start < at && !/[A-Za-z0-9]/.test(text[start]!)) start++;
  return start;
}

function addEmails(search: Search): void {
  const { text, found } = search;
  for (
    let at = text.indexOf("@");
    at >= 0 && found.length < mostFound;
    at = text.indexOf("@", at + 1)
  ) {
    const after = domain.exec(text.slice(at, at + 260))?.[0];
    const start = startOfUser(text, at);
    if (after === undefined || start === at) continue;
    const value = text.slice(start, at) + after;
    // `https://user@host` and `git@host:path` are no addresses of a person.
    const around = text.slice(Math.max(0, start - 3), start);
    const next = text[start + value.length];
    if (around.endsWith("://") || next === ":" || next === "/" || nobody.test(value)) continue;
    add(search, { kind: "e-mail address", start, value });
  }
}

/**
 * Personal data in a text: what proves itself by a check digit or its form, and what words in the
 * same text call by its name. Names of people are not told from other words. Linear.
 */
export function findStoredPersonal(text: string): readonly Personal[] {
  const search: Search = { text, found: [] };
  addNumbers(search);
  addIbans(search);
  addPhones(search);
  addEmails(search);
  return search.found;
}
