import type { TerraformFunction } from "../types.ts";
import { onTexts } from "./define.ts";

interface Moment {
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
  /** Minutes ahead of UTC. */
  readonly offset: number;
}

const stamp = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(?:Z|([-+])(\d\d):(\d\d))$/;

function parseStamp(text: string): Moment | undefined {
  const found = text.length > 60 ? null : stamp.exec(text);
  if (found === null) return undefined;
  const offset =
    (found[8] === "-" ? -1 : 1) * (Number(found[9] ?? "0") * 60 + Number(found[10] ?? "0"));
  const local = Date.parse(`${text.slice(0, 19)}${found[7]?.slice(0, 4) ?? ""}Z`);
  return Number.isNaN(local) ? undefined : { time: local - offset * 60_000, offset };
}

const units: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
};

function parseDuration(text: string): number | undefined {
  const sign = text.startsWith("-") ? -1 : 1;
  const rest = text.replace(/^[-+]/, "");
  if (rest === "0") return 0;
  if (rest.length > 100) return undefined;
  if (!/^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/.test(rest)) return undefined;
  let sum = 0;
  for (const [, amount, unit] of rest.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g))
    sum += Number(amount) * units[unit!]!;
  return sign * sum;
}

function zone(offset: number, colon: string): string {
  const size = Math.abs(offset);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${colon}${two(size % 60)}`;
}

function writeStamp({ time, offset }: Moment): string | undefined {
  const date = new Date(time + offset * 60_000);
  if (Number.isNaN(date.getTime())) return undefined;
  return date.toISOString().slice(0, 19) + (offset === 0 ? "Z" : zone(offset, ":"));
}

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );
const days = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

function formatPart(part: string, { time, offset }: Moment): string | undefined {
  const date = new Date(time + offset * 60_000);
  const two = (n: number): string => String(n).padStart(2, "0");
  const hours = date.getUTCHours();
  const isUtc = offset === 0;
  switch (part) {
    case "YYYY":
      return String(date.getUTCFullYear()).padStart(4, "0");
    case "YY":
      return two(date.getUTCFullYear() % 100);
    case "MMMM":
      return months[date.getUTCMonth()];
    case "MMM":
      return months[date.getUTCMonth()]?.slice(0, 3);
    case "MM":
      return two(date.getUTCMonth() + 1);
    case "M":
      return String(date.getUTCMonth() + 1);
    case "DD":
      return two(date.getUTCDate());
    case "D":
      return String(date.getUTCDate());
    case "EEEE":
      return days[date.getUTCDay()];
    case "EEE":
      return days[date.getUTCDay()]?.slice(0, 3);
    case "hh":
      return two(hours);
    case "h":
      return String(hours);
    case "HH":
      return two(hours % 12 || 12);
    case "H":
      return String(hours % 12 || 12);
    case "AA":
      return hours < 12 ? "AM" : "PM";
    case "aa":
      return hours < 12 ? "am" : "pm";
    case "mm":
      return two(date.getUTCMinutes());
    case "m":
      return String(date.getUTCMinutes());
    case "ss":
      return two(date.getUTCSeconds());
    case "s":
      return String(date.getUTCSeconds());
    case "ZZZZZ":
      return zone(offset, ":");
    case "ZZZZ":
      return zone(offset, "");
    case "ZZZ":
      return isUtc ? "UTC" : zone(offset, "");
    case "Z":
      return isUtc ? "Z" : zone(offset, ":");
    default:
      return /^[A-Za-z]/.test(part) ? undefined : part;
  }
}

function formatDate(pattern: string, text: string): string | undefined {
  const moment = parseStamp(text);
  if (moment === undefined || pattern.length > 1_000) return undefined;
  let made = "";
  for (const [part] of pattern.matchAll(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']/g)) {
    const written =
      part === "''"
        ? "'"
        : part.startsWith("'")
          ? part.slice(1, -1).replaceAll("''", "'")
          : formatPart(part, moment);
    if (written === undefined) return undefined;
    made += written;
  }
  return made;
}

/** Functions of dates; what the time is now is not evaluated. */
export const dateFunctions: Readonly<Record<string, TerraformFunction>> = {
  formatdate: onTexts(([pattern, text]) =>
    text === undefined ? undefined : formatDate(pattern!, text),
  ),
  timeadd: onTexts(([text, by]) => {
    const moment = parseStamp(text ?? "");
    const duration = parseDuration(by ?? "");
    if (moment === undefined || duration === undefined) return undefined;
    return writeStamp({ ...moment, time: moment.time + duration });
  }),
  timecmp: onTexts(([a, b]) => {
    const first = parseStamp(a ?? "");
    const second = parseStamp(b ?? "");
    return first && second && Math.sign(first.time - second.time);
  }),
};
