import type { Detection } from "../detection.ts";
import { digitsOf, gapBefore, isAttachedRight, isWordAt, type Run } from "./runs.ts";
import { senseBefore } from "./words.ts";

/** Longest that an IPv6 address is written (RFC 4291, 2.2), with a zone. */
const longest = 64;

interface Octets {
  readonly octets: readonly number[];
  readonly hasWord: boolean;
}

/** Networks of machines and manuals: nobody is told by them (RFC 6890, RFC 5737). */
function isNobodys([a = 0, b = 0, c = 0, d = 0]: readonly number[]): boolean {
  return (
    a === 0 ||
    a === 127 ||
    a > 239 ||
    (a === 255 && b === 255) ||
    (a === 192 && b === 0 && c === 2) ||
    (a === 198 && b === 51 && c === 100) ||
    (a === 203 && b === 0 && c === 113) ||
    (a === 169 && b === 254 && c === 169 && d === 254)
  );
}

/** True for what never tells of anybody: this machine, all machines, masks. */
function isMachine([a = 0]: readonly number[]): boolean {
  return a === 0 || a === 127 || a === 255;
}

function judge({ octets, hasWord }: Octets): number {
  if (isMachine(octets)) return 0;
  if (isNobodys(octets)) return hasWord ? 0.6 : 0.3;
  // `4.12.0.1` is more often a version.
  const isSmall = octets.every((octet) => octet < 32);
  return hasWord ? 0.95 : isSmall ? 0.4 : 0.85;
}

/** The IPv4 address that begins with a run's group. */
export function ipv4At(run: Run, from: number): Detection | undefined {
  const { text, starts, ends } = run;
  const to = from + 3;
  if (to >= starts.length) return undefined;
  const octets: number[] = [];
  for (let at = from; at <= to; at++) {
    const size = ends[at]! - starts[at]!;
    if (size > 3 || (at > from && gapBefore(run, at) !== ".")) return undefined;
    const octet = Number(digitsOf(run, { from: at, to: at }));
    if (octet > 255 || (size > 1 && text.charCodeAt(starts[at]!) === 48)) return undefined;
    octets.push(octet);
  }
  const start = starts[from]!;
  const end = ends[to]!;
  if (from > 0 && ".".includes(gapBefore(run, from))) return undefined;
  const before = text[start - 1] ?? " ";
  if (from === 0 && (before === "." || before === "_")) return undefined;
  // `Chrome/120.0.0.0`, `name-1.2.3.4`, `==1.2.3.4`
  if (from === 0 && "/-~^".includes(before) && isWordAt(text, start - 2)) return undefined;
  if (text.startsWith("==", start - 2) || text.startsWith(">=", start - 2)) return undefined;
  if (
    to < starts.length - 1
      ? gapBefore(run, to + 1) === "."
      : isAttachedRight(run, to) && !/[:@]/.test(text[end] ?? "")
  )
    return undefined;
  const sense = senseBefore(text, start);
  const score = sense === "other" ? 0.2 : judge({ octets, hasWord: sense === "ip" });
  return score === 0 ? undefined : { kind: "ip-address", rule: "ipv4", score, start, end };
}

function isHexAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || ((code | 32) - 97) >>> 0 < 6;
}

const group = /^[0-9a-f]{1,4}$/i;

/** Where all groups stand: eight, or fewer around one `::` (RFC 4291, 2.2). */
function isIpv6(value: string): boolean {
  const halves = value.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  if (!groups.every((each) => group.test(each))) return false;
  if (halves.length === 1) return groups.length === 8;
  // `a::b` and `std::add` are names of C++ and Rust.
  const [first = ""] = groups;
  return (
    groups.length >= 2 &&
    groups.length < 8 &&
    first.length > 2 &&
    value.length > 7 &&
    /\d/.test(first)
  );
}

export interface Ipv6Place {
  readonly detection: Detection | undefined;
  /** Where to go on. */
  readonly next: number;
}

/** The IPv6 address around a `:`. */
export function ipv6At(text: string, at: number): Ipv6Place {
  let start = at;
  while (start > 0 && at - start < 5 && isHexAt(text, start - 1)) start--;
  let end = at;
  while (end - start < longest && (isHexAt(text, end) || text[end] === ":")) end++;
  const next = Math.max(end, at + 1);
  if (text[end - 1] === ":" && text[end - 2] !== ":") end--;
  if (
    end - start < 8 ||
    isWordAt(text, start - 1) ||
    text[start - 1] === ":" ||
    isWordAt(text, end)
  )
    return { detection: undefined, next };
  const value = text.slice(start, end);
  if (!isIpv6(value)) return { detection: undefined, next };
  const isSample = /^2001:0?db8:|^100::/i.test(value);
  const isNear = /^fe80:/i.test(value);
  const score = isSample ? (senseBefore(text, start) === "ip" ? 0.6 : 0.3) : isNear ? 0.6 : 0.95;
  return { detection: { kind: "ip-address", rule: "ipv6", score, start, end }, next };
}

/** True where a colon can be part of an IPv6 address: cheap, and asked at every colon. */
export function mayBeIpv6(text: string, at: number): boolean {
  const isHexBefore = isHexAt(text, at - 1) || text[at - 1] === ":";
  return isHexBefore && (isHexAt(text, at + 1) || text[at + 1] === ":");
}
