import type { Span } from "../core/index.ts";

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

/** Numbers and addresses that manuals use. */
const samples = new Set(
  "4111111111111111 4242424242424242 4012888888881881 4000056655665556 5555555555554444 5105105105105100 2223003122003222 378282246310005 371449635398431 6011111111111117 6011000990139424 30569309025904 3530111333300000 GB82WEST12345698765432 GB29NWBK60161331926819 DE89370400440532013000 FR1420041010050500013M02606 NL91ABNA0417164300 123-45-6789 078-05-1120 219-09-9999 111-11-1111".split(
    " ",
  ),
);

/** Luhn's check digit (ISO/IEC 7812-1), on digits alone. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    sum += index % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
  }
  return sum % 10 === 0;
}

/** Issuers of payment cards with the lengths of their numbers. */
const issuers =
  /^(?:4\d{15}|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|3[47]\d{13}|6(?:011|5\d\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12})$/;

/** Lengths of IBANs by country (ISO 13616 registry), of the countries with most accounts. */
const ibanLengths: Readonly<Record<string, number>> = {
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SA: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  TR: 26,
  UA: 29,
  AE: 23,
};

/** The check of ISO 7064 (MOD 97-10) that every IBAN carries. */
export function passesIban(compact: string): boolean {
  if (ibanLengths[compact.slice(0, 2)] !== compact.length) return false;
  let rest = 0;
  for (const char of compact.slice(4) + compact.slice(0, 4)) {
    const value = parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
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
  if (found.length < mostFound && !samples.has(value.replaceAll(" ", "")))
    found.push({ kind, value, start, end: start + value.length });
}

function isCard(digits: string): boolean {
  return issuers.test(digits) && passesLuhn(digits) && !samples.has(digits);
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
    } else if (isCard(value.replaceAll(/[ -]/g, ""))) {
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
export function findPersonal(text: string): readonly Personal[] {
  const search: Search = { text, found: [] };
  addNumbers(search);
  addIbans(search);
  addPhones(search);
  addEmails(search);
  return search.found;
}
