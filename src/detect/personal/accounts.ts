// Cards, IBANs and social security numbers, as they stand in a text.
import type { Detection } from "../detection.ts";
import { hasIssuer, isCard } from "./cards.ts";
import { passesLuhn } from "./checksums.ts";
import { hasIbanForm, ibanLength, passesIban } from "./iban.ts";
import {
  digitsOf,
  isAttachedLeft,
  isAttachedRight,
  isWordAt,
  shapeOf,
  type Groups,
  type Run,
} from "./runs.ts";
import { isSample } from "./samples.ts";
import { senseBefore } from "./words.ts";

/** A detection with the last of the run's groups that it takes. */
export type Taken = Detection & { readonly to: number };

/** What a value of manuals is worth less: nobody's, but the reader may have meant it. */
const sampleDiscount = 0.3;

/** How cards are printed; JCB, UnionPay and Maestro go on after four groups. */
const cardShape = /^(?:\d{2}|4([- .])4\1(?:4\1(?:4(?:\1[1-3])?|[1-3])|6\1[45])|4([- ])6\2[45])$/;

interface CardFacts {
  readonly digits: string;
  readonly isGrouped: boolean;
  readonly sense: ReturnType<typeof senseBefore>;
}

function scoreCard({ digits, isGrouped, sense }: CardFacts): number {
  const isRight = passesLuhn(digits);
  const isCalled = sense === "card";
  if (isRight && isCard(digits)) {
    const alone = sense === "other" ? (isGrouped ? 0.6 : 0.4) : isGrouped ? 0.85 : 0.7;
    return (isCalled ? 0.99 : alone) - (isSample(digits) ? sampleDiscount : 0);
  }
  if (isRight && hasIssuer(digits)) {
    if (isCalled) return 0.95 - (isSample(digits) ? sampleDiscount : 0);
    return sense === "other" ? 0.2 : isGrouped && digits.length > 13 ? 0.7 : 0.4;
  }
  if (!isCalled) return 0;
  if (isRight) return 0.75;
  // A digit was mistyped, or the number made up: the word has said what is meant.
  if (hasIssuer(digits) && digits.length > 12) return 0.6;
  return digits.length > 14 && digits.length < 17 ? 0.55 : 0;
}

/** True behind the first group of something longer: `DE75 5121 …`. */
function followsWord(text: string, start: number): boolean {
  return /[A-Z][A-Z0-9]{0,2}\d[ -]$/.test(text.slice(Math.max(0, start - 5), start));
}

/** The payment card that begins with a run's group. */
export function cardAt(run: Run, from: number): Taken | undefined {
  if (isAttachedLeft(run, from)) return undefined;
  let count = 0;
  let last = -1;
  for (let at = from; at < run.starts.length && at < from + 5; at++) {
    count += run.ends[at]! - run.starts[at]!;
    if (count > 19) break;
    if (count > 11) last = at;
  }
  for (let to = last; to >= from; to--) {
    const groups: Groups = { from, to };
    const digits = digitsOf(run, groups);
    if (digits.length < 12) break;
    if (isAttachedRight(run, to) || !cardShape.test(shapeOf(run, groups))) continue;
    const start = run.starts[from]!;
    const sense = senseBefore(run.text, start);
    if (sense !== "card" && followsWord(run.text, start)) return undefined;
    const score = scoreCard({ digits, isGrouped: to > from, sense });
    if (score > 0)
      return { kind: "credit-card", rule: "card", score, start, end: run.ends[to]!, to };
  }
  return undefined;
}

/** Numbers that the Social Security Administration gives to nobody. */
const ssn = /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/;

/** The social security number that begins with a run's group. */
export function ssnAt(run: Run, from: number): Taken | undefined {
  if (isAttachedLeft(run, from)) return undefined;
  const { text, starts, ends } = run;
  const size = ends[from]! - starts[from]!;
  const to = size === 9 ? from : size === 3 ? from + 2 : -1;
  if (to < 0 || to >= starts.length || isAttachedRight(run, to)) return undefined;
  const shape = shapeOf(run, { from, to });
  if (!/^(?:9|3([- .])2\1 ?4)$/.test(shape)) return undefined;
  const start = starts[from]!;
  const sense = senseBefore(text, start);
  const isCalled = sense === "ssn";
  const isHyphened = shape === "3-2-4";
  if (!isCalled && (!isHyphened || sense === "other")) return undefined;
  const isValid = ssn.test(digitsOf(run, { from, to }));
  const score = isCalled ? (isValid ? 0.95 : 0.7) : isValid ? 0.65 : 0.3;
  const discount = isSample(text.slice(start, ends[to])) ? sampleDiscount : 0;
  return { kind: "us-ssn", rule: "ssn", score: score - discount, start, end: ends[to]!, to };
}

/** The IBAN that begins with two letters and two digits, in one piece or in groups of four. */
export function ibanAt(text: string, start: number): Detection | undefined {
  const length = ibanLength(text.slice(start, start + 2).toUpperCase());
  if (length === 0) return undefined;
  let compact = "";
  let end = start;
  while (compact.length < length && end < text.length) {
    if (isWordAt(text, end) && text.charCodeAt(end) < 128) compact += text[end];
    else if (!/[ \u00a0-]/.test(text[end]!) || compact.length % 2 !== 0 || !isWordAt(text, end + 1))
      break;
    end++;
  }
  if (compact.length < length || isWordAt(text, end)) return undefined;
  const upper = compact.toUpperCase();
  const isRight = passesIban(upper);
  const isCalled = senseBefore(text, start) === "iban";
  if (!isRight && !(isCalled && hasIbanForm(upper))) return undefined;
  const score = (isRight ? (isCalled ? 0.99 : 0.95) : 0.6) - (isSample(upper) ? sampleDiscount : 0);
  return { kind: "iban", rule: "iban", score, start, end };
}
