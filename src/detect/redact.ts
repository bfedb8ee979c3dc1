import { findSecrets } from "./secrets/find.ts";

/** What stands where a secret stood. */
export const mask = "•••";

/** Keys whose form gives them away. The first letters stay, so that a person knows which it was. */
const keyForms: readonly RegExp[] = [
  /\b(sk-(?:proj-|ant-|or-)?)[A-Za-z0-9_-]{16,}/g,
  /\b(hf_|gsk_|r8_|pplx-|xai-|lsv2_(?:pt|sk)_|nvapi-|glpat-|npm_|pypi-|gh[pousr]_|github_pat_|xox[abprs]-|dckr_pat_|SG\.)[A-Za-z0-9_.-]{12,}/g,
  /\b(AKIA|ASIA|AIza)[A-Za-z0-9_-]{12,}/g,
  /\b(eyJ)[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]*)?/g,
];

/** True for a text in which any of these is: most have none, and are looked at once instead of four times. */
const anyKey = new RegExp(keyForms.map(({ source }) => source).join("|"));

/** `scheme://user:password@` */
const urlPassword = /\b([a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"']{0,80}:)[^\s/@"']{1,200}@/gi;

/** `password = "…"`, `token: …`, `--api-key …`: the value after a name that says what it is. */
const named =
  /((?:pass(?:word|wd|phrase)?|pwd|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|credentials?)["']?\]?\s*(?:=|:|\s)\s*[rbuf]{0,2})(["'])((?:(?!\2)[^\\\n]|\\.){3,})\2/gi;

/** A PEM block's body, on one line or many. */
const pemBody = /(-----BEGIN [A-Z ]*PRIVATE KEY-----)[\s\S]*?(-----END|$)/g;

/** Hides what the detector knows and the forms above have left. */
function hideFound(text: string): string {
  const secrets = findSecrets(text);
  if (secrets.length === 0) return text;
  let clean = "";
  let at = 0;
  for (const { value } of secrets) {
    clean += text.slice(at, value.start) + mask;
    at = value.end;
  }
  return clean + text.slice(at);
}

/**
 * Replaces what looks like a secret by `•••`, for every text that leaves the program as evidence.
 * Errs towards replacing: evidence has to be recognisable, not complete.
 */
export function redact(text: string): string {
  let clean = text;
  if (anyKey.test(clean)) for (const form of keyForms) clean = clean.replace(form, `$1${mask}`);
  if (clean.includes("://")) clean = clean.replace(urlPassword, `$1${mask}@`);
  if (clean.includes("-----BEGIN")) clean = clean.replace(pemBody, `$1${mask}$2`);
  return hideFound(clean.replace(named, `$1$2${mask}$2`));
}
