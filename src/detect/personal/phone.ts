import { parsePhoneNumberFromString } from "libphonenumber-js/core";
import metadata from "libphonenumber-js/metadata.min.json";
import type { Detection } from "../detection.ts";
import {
  digitsOf,
  gapBefore,
  isAttachedLeft,
  isAttachedRight,
  shapeOf,
  type Groups,
  type Run,
} from "./runs.ts";
import { saysPhoneAfter, saysUnitAfter, senseBefore } from "./words.ts";

// libphonenumber's `min` metadata (general patterns of all regions, 80 kB): the `max` one rejects what
// lies in ranges that are not given out yet, which costs recall and wins no precision here.

/** ITU-T E.164: fifteen digits; seven is the shortest local number that is looked for. */
const mostDigits = 15;
const fewestDigits = 7;

/** Where a national number without a word beside it is most likely from, with what one dials before it. */
const likelyRegions =
  "GB FR DE IT ES BE CH AT NL AU NZ ZA IN BR JP SE NO DK FI IE PT PL TR RO CZ HU GR IL AE MX AR KR".split(
    " ",
  );

interface Region {
  readonly pattern: RegExp;
  readonly lengths: readonly number[];
  readonly trunk: string;
}

type RawRegion = readonly [
  code: string,
  idd: string,
  pattern: string,
  lengths: readonly number[],
  ...rest: unknown[],
];

/** Trunk prefixes are all `0` but for these. */
const trunks: Readonly<Record<string, string>> = { HU: "06", MX: "01", US: "1" };

const regions: readonly Region[] = likelyRegions.map((name) => {
  const [, , pattern, lengths] = metadata.countries[
    name as keyof typeof metadata.countries
  ] as unknown as RawRegion;
  return { pattern: new RegExp(`^(?:${pattern})$`), lengths, trunk: trunks[name] ?? "0" };
});

/** True for digits that are a number of one of the likely regions, as one dials it inside. */
function isNational(digits: string): boolean {
  for (const { pattern, lengths, trunk } of regions) {
    const local = digits.startsWith(trunk) ? digits.slice(trunk.length) : digits;
    if (lengths.includes(local.length) && pattern.test(local)) return true;
    // Italy dials its zero from everywhere.
    if (local !== digits && lengths.includes(digits.length) && pattern.test(digits)) return true;
  }
  return false;
}

type World = "valid" | "possible" | "none";

function judgeWorld(digits: string): World {
  // The trunk zero of "+44 (0)20" is left out as the library does.
  const parsed = parsePhoneNumberFromString(`+${digits}`, { extract: false }, metadata);
  if (parsed === undefined) return "none";
  return parsed.isValid() ? "valid" : parsed.isPossible() ? "possible" : "none";
}

/** `(415) 273-9164`, `415-273-9164`, `1.415.273.9164`: how North America groups. */
const american = /^(?:(?:1|001)[-. ] ?)?(?:3(\) ?|-|\.|\)-| )3(-|\.| )4)$/;
const americanDigits = /^(?:1|001)?[2-9]\d\d[2-9]\d{6}$/;

/** Years, months and days with one separator. */
const date =
  /^(?:(?:19|20)\d\d([-./ ])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])([-./ ])(?:0?[1-9]|1[0-2]|[12]\d|3[01])\2(?:19|20)\d\d)(?![\d])/;
const years = /^(?:1[89]|20)\d\d\s?[-–/]\s?(?:1[89]|20)\d\d$/;

/** `1 234 567`: thousands. */
const thousands = /^[1-9]\d{0,2}(?:[ .\u00a0\u202f]\d{3}){2,4}$/;

interface Candidate {
  readonly run: Run;
  readonly groups: Groups;
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly shape: string;
  /** `+`, `00`, `(` or nothing before the first group. */
  readonly lead: string;
}

/** Where a number with its sign or bracket begins. */
function leadOf(run: Run, from: number): string {
  const { text, starts, ends } = run;
  const start = starts[from]!;
  const before =
    from > 0 ? text.slice(ends[from - 1], start) : text.slice(Math.max(0, start - 3), start);
  if (before.endsWith("+(")) return "+(";
  if (before.endsWith("(+")) return "(+";
  if (before.endsWith("+ ")) return "+ ";
  if (before.endsWith("+") || before.endsWith("＋")) return "+";
  return before.endsWith("(") &&
    text.indexOf(")", start) > 0 &&
    text.indexOf(")", start) - start < 8
    ? "("
    : "";
}

const extension = /^(?:\s?(?:x|ext\.?|extension|#|доб\.?)\s?\d{1,6})(?![\w])/i;

function candidateOf(run: Run, groups: Groups): Candidate {
  const { from, to } = groups;
  const lead = leadOf(run, from);
  const end = run.ends[to]!;
  // More of the run stands where an extension would.
  const isLast = to === run.starts.length - 1;
  const beyond = isLast ? (extension.exec(run.text.slice(end, end + 20))?.[0].length ?? 0) : 0;
  return {
    run,
    groups,
    lead,
    start: run.starts[from]! - lead.length,
    end: end + beyond,
    digits: digitsOf(run, groups),
    shape: shapeOf(run, groups),
  };
}

/** True for dates, spans of years, thousands, decimals and signs of money: numbers that count something. */
function isOther({ run, start, end, lead, groups }: Candidate): boolean {
  const value = run.text.slice(start, end);
  const before = run.text[start - 1] ?? " ";
  if ("$€£¥#@=".includes(before) && before !== " " && lead === "") {
    if (before !== "=" && before !== "#") return true;
  }
  if (date.test(value) || years.test(value)) return true;
  const count = groups.to - groups.from + 1;
  return (
    count === 2 && lead === "" && gapBefore(run, groups.to) === "." && !/^\d{3}\.\d{4}$/.test(value)
  );
}

function scoreWorld(candidate: Candidate): number {
  const { digits, lead, groups } = candidate;
  const isPlus = lead.includes("+");
  if (!isPlus && !digits.startsWith("00")) return 0;
  const world = judgeWorld(isPlus ? digits : digits.slice(2));
  if (world === "valid") return isPlus ? 0.95 : 0.7;
  const isGrouped = groups.to > groups.from || digits.length > 9;
  return isPlus && world === "possible" && isGrouped ? 0.6 : 0;
}

/** What the form alone is worth, without any word. */
function scoreForm(candidate: Candidate): number {
  const { digits, shape, lead, run, groups } = candidate;
  const world = scoreWorld(candidate);
  if (world > 0) return world;
  const form = american.exec(shape);
  if (form !== null) {
    const isValid = americanDigits.test(digits);
    if (form[2] === " " && form[1] === " ") return isValid ? 0.55 : 0.3;
    if (form[2] === "." && !isValid) return 0.4;
    return isValid ? 0.85 : 0.6;
  }
  const count = groups.to - groups.from + 1;
  if (lead === "(" && count > 1 && digits.length > 7 && digits.length < 12)
    return gapBefore(run, groups.from + 1).startsWith(")") ? 0.6 : 0.2;
  const isTrunked = digits.startsWith("0") && !digits.startsWith("00");
  if (!isTrunked || count < 2 || digits.length < 9 || digits.length > 11) return 0.2;
  // A table of small numbers is written so, too.
  if (run.ends[groups.from]! - run.starts[groups.from]! < 2) return 0.2;
  return isNational(digits) ? 0.6 : 0.4;
}

/** What the words around make of the form. */
function scoreWithWords(candidate: Candidate, form: number): number {
  const { run, start, end, digits, groups, lead } = candidate;
  const { text } = run;
  const sense = saysPhoneAfter(text, end) ? "phone" : senseBefore(text, start);
  const isGrouped = groups.to > groups.from;
  if (sense === "phone" || sense === "phone-weak") {
    const isWeak = sense === "phone-weak" && !isGrouped && digits.length < 9;
    const isCount =
      sense === "phone-weak" && thousands.test(text.slice(start, end)) && !isNational(digits);
    if (isWeak || isCount || digits.length < fewestDigits || saysUnitAfter(text, end)) return form;
    if (!isGrouped && lead === "" && digits.length > 13) return form;
    return Math.max(form + 0.1 > 0.99 ? 0.99 : form + 0.1, isNational(digits) ? 0.8 : 0.7);
  }
  if (
    sense === "other" ||
    sense === "card" ||
    sense === "ssn" ||
    sense === "iban" ||
    sense === "ip"
  )
    return lead.includes("+") && form > 0.9 ? 0.8 : Math.min(form, 0.35);
  return thousands.test(text.slice(start, end)) || saysUnitAfter(text, end)
    ? Math.min(form, 0.3)
    : form;
}

/** Telephone numbers from a run's group on: the longest whose form or words tell it; undefined where none is. */
export function phoneAt(run: Run, from: number): (Detection & { readonly to: number }) | undefined {
  if (isAttachedLeft(run, from) && !/^[+(]/.test(leadOf(run, from))) return undefined;
  let count = 0;
  let last = from - 1;
  for (let at = from; at < run.starts.length && at < from + 7; at++) {
    const size = run.ends[at]! - run.starts[at]!;
    if (count + size > mostDigits) break;
    count += size;
    last = at;
  }
  let best: (Detection & { readonly to: number }) | undefined;
  for (let to = last; to >= from; to--) {
    if (count < fewestDigits) break;
    const candidate = candidateOf(run, { from, to });
    const { start, end } = candidate;
    count -= run.ends[to]! - run.starts[to]!;
    if (isOther(candidate)) continue;
    if (isAttachedRight(run, to) && end === run.ends[to]!) continue;
    const score = scoreWithWords(candidate, scoreForm(candidate));
    if (score > (best?.score ?? 0.34) + 0.05)
      best = { kind: "phone-number", rule: "phone", score, start, end, to };
  }
  return best;
}
