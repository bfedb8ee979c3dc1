import { passesLuhn } from "./checksums.ts";

/** Issuers of payment cards with the lengths of their numbers that are in use. */
const issuers =
  /^(?:4\d{15}|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|62\d{14}|35(?:2[89]|[3-8]\d)\d{12})$/;

/** Also those of old or rare: Visa with 13 and 19, Diners Club, Maestro, JCB with 15, Mir, RuPay, Elo. */
const rareIssuers =
  /^(?:4\d{12}(?:\d{6})?|3(?:0[0-5]|095|[689]\d)\d{11,13}|(?:2131|1800)\d{11}|(?:5[0678]|6\d)\d{10,17}|220[0-4]\d{12,15}|(?:60|65|81|82|508)\d{13,14})$/;

/** A number that an issuer's common cards carry and whose check digit is right. */
export function isCard(digits: string): boolean {
  return issuers.test(digits) && passesLuhn(digits);
}

/** True for the prefix and length of any issuer's, whatever the check digit. */
export function hasIssuer(digits: string): boolean {
  return issuers.test(digits) || rareIssuers.test(digits);
}
