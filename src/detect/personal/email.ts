import type { Detection } from "../detection.ts";
import { senseBefore } from "./words.ts";

/** RFC 5321, 4.5.3.1.1: octets before the `@`. */
const longestUser = 64;
/** RFC 5321, 4.5.3.1.2, with what stands before. */
export const longestEmail = 320;

/** Names of domains of nobody (RFC 2606, 6761) and those that manuals make up. */
const nobodys =
  /(?:^|[.@])(?:example|test|invalid|localhost)(?:\.(?:com|net|org|edu|io|co|de|fr|es|it|jp))?$|@(?:domain|yourdomain|mydomain|yourcompany|company|mycompany|email|host|server|site|website)\.(?:com|net|org|io|tld)$|@users\.noreply\./i;

/** Addresses of machines and desks, not of persons. */
const roles =
  /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|hostmaster|webmaster|abuse|root|daemon|admin|administrator|info|support|contact|hello|sales|help|office|billing|security|press|jobs|careers|team|user|username|your-?(?:name|email)|name|foo|bar)@/i;

/** Endings of files, and of names inside of a network: `icon@2x.png`, `user@build.local`. */
const noDomains =
  /\.(?:png|jpe?g|gif|svg|webp|ico|js|mjs|ts|tsx|jsx|css|scss|py|rb|go|rs|java|php|html?|json|ya?ml|toml|txt|md|local|internal|lan|service|target|socket|timer)$/i;

/** Characters of an atom (RFC 5322, 3.2.3) that are seen in addresses, and letters of all scripts (RFC 6531). */
function isUserAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (((code | 32) - 97) >>> 0 < 26 || (code >= 48 && code <= 57) || code > 191)
    return code < 0x2000 || (code > 0x2bff && code < 0xfe00);
  return code === 46 || code === 95 || code === 45 || code === 43 || code === 37 || code === 39;
}

function isHostAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    ((code | 32) - 97) >>> 0 < 26 ||
    (code >= 48 && code <= 57) ||
    code === 45 ||
    code === 46 ||
    (code > 191 &&
      code !== 0x3001 &&
      code !== 0x3002 &&
      (code < 0x2000 || (code > 0x2bff && code < 0xfe00)))
  );
}

function startOfUser(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < longestUser && isUserAt(text, start - 1)) start--;
  // Quotes, dots and hyphens belong to the text around.
  while (start < at && /[.'%+-]/.test(text[start]!)) start++;
  return start;
}

const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
const topLabel = /^(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})$/iu;

/** Where the domain behind the `@` ends; -1 where there is none. */
function endOfDomain(text: string, start: number): number {
  let end = start;
  while (end - start < 254 && isHostAt(text, end)) end++;
  while (end > start && /[.-]/.test(text[end - 1]!)) end--;
  const labels = text.slice(start, end).split(".");
  if (labels.length < 2 || !topLabel.test(labels.at(-1)!)) return -1;
  return labels.every((each) => label.test(each)) ? end : -1;
}

/** True where a URL names its user so: `https://user@host`, `postgres://user:word@host`. */
function isUserinfo(text: string, start: number): boolean {
  let from = start;
  while (from > 0 && start - from < 120 && !/[\s"'<>()]/.test(text[from - 1]!)) from--;
  const before = text.slice(from, start);
  const authority = before.lastIndexOf("://");
  return authority >= 0 && !/[/?#]/.test(before.slice(authority + 3));
}

/** The e-mail address around an `@`; undefined where it is part of a URL, a remote, a decorator or a file's name. */
export function emailAt(text: string, at: number): Detection | undefined {
  const start = startOfUser(text, at);
  if (start === at || text[at - 1] === ".") return undefined;
  const end = endOfDomain(text, at + 1);
  if (end < 0 || text[end] === "@") return undefined;
  if (isUserinfo(text, start)) return undefined;
  const value = text.slice(start, end);
  // `git@host:owner/name`, and a user of a host in a path.
  if (
    noDomains.test(value) ||
    (/^git@/i.test(value) && text[end] === ":") ||
    text.startsWith(":/", end)
  )
    return undefined;
  const isNobodys = nobodys.test(value);
  if (!isNobodys && !roles.test(value))
    return { kind: "email-address", rule: "email", score: 0.95, start, end };
  const isCalled = senseBefore(text, start) === "email";
  const rule = isNobodys ? "email-sample" : "email-role";
  return { kind: "email-address", rule, score: isCalled ? 0.7 : isNobodys ? 0.4 : 0.6, start, end };
}
