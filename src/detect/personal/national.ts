// National ids: digits alone by their length, others by their form, documents by the word before them.
import type { Taken } from "./accounts.ts";
import type { Detection } from "../detection.ts";
import { digitsRules, type DigitsRule } from "./ids-digits.ts";
import { documents, lettersRules, type LettersRule } from "./ids-letters.ts";
import { digitsOf, isAttachedLeft, isAttachedRight, shapeOf, type Run } from "./runs.ts";
import { wordsAround } from "./words.ts";

const byLength = new Map<number, DigitsRule[]>();
for (const rule of digitsRules) {
  const same = byLength.get(rule.digits);
  if (same === undefined) byLength.set(rule.digits, [rule]);
  else same.push(rule);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** True where one of the words stands around; those of scripts without spaces stand inside of others. */
function hasWord(around: string, words: readonly string[]): boolean {
  return words.some((word) => around.includes(word.charCodeAt(0) > 0xe00 ? word : ` ${word} `));
}

/** How numbers of states are grouped; others are not put together from pieces. */
const plain = /^\d{1,2}$|^\d{1,2}(?:([-./ ])\d{1,2})+$|^\d\.\d\.\d-\d$|^\d\.\d\.\d-\d\.\d$/;

/** The national id of digits alone that begins with a run's group. */
export function digitsIdAt(run: Run, from: number): Taken | undefined {
  if (isAttachedLeft(run, from)) return undefined;
  let count = 0;
  for (let to = from; to < run.starts.length && to < from + 7; to++) {
    count += run.ends[to]! - run.starts[to]!;
    if (count > 18) return undefined;
    const rules = byLength.get(count);
    if (rules === undefined || isAttachedRight(run, to)) continue;
    const digits = digitsOf(run, { from, to });
    const shape = shapeOf(run, { from, to });
    if (!plain.test(shape)) continue;
    const place = { start: run.starts[from]!, end: run.ends[to]! };
    let around: string | undefined;
    let best: Taken | undefined;
    for (const { rule, alone, check, words } of rules) {
      if (!check(digits)) continue;
      around ??= wordsAround(run.text, place);
      const score = hasWord(around, words)
        ? 0.9
        : alone?.shapes.includes(shape) === true
          ? alone.score
          : 0;
      if (score > (best?.score ?? 0)) best = { kind: "national-id", rule, score, ...place, to };
    }
    if (best !== undefined) return best;
  }
  return undefined;
}

function judgeLetters(
  { rule, form, check, alone, words }: LettersRule,
  value: string,
): ((around: string) => Pick<Detection, "rule" | "score">) | undefined {
  if (!form.test(value) || check?.(value) === false) return undefined;
  return (around) => ({ rule, score: hasWord(around, words) ? 0.95 : alone });
}

/** The national id that a word of letters and digits is. */
export function lettersIdAt(text: string, place: Place): Detection | undefined {
  const { start, end } = place;
  if (end - start < 5 || end - start > 20) return undefined;
  const value = text.slice(start, end);
  const upper = value.toUpperCase();
  for (const rule of lettersRules) {
    const judged = judgeLetters(rule, upper.replaceAll(/[ .]/g, ""))?.(wordsAround(text, place));
    // Small letters are how code writes its hashes.
    if (judged !== undefined && judged.score > 0 && (value === upper || judged.score > 0.9))
      return { kind: "national-id", ...judged, start, end };
  }
  return undefined;
}

/** The number of a passport or licence, told by the words directly before it. */
export function documentAt(text: string, place: Place): Detection | undefined {
  const { start, end } = place;
  if (end - start < 5 || end - start > 18) return undefined;
  const before = text.slice(Math.max(0, start - 48), start);
  // Without an `s` of passport, licence or Führerschein nothing is meant: cheap, before the patterns.
  if (!/pas|licen|rijb|permis|schein|conduc|guida|dl|паспорт|护照|護照|旅券/i.test(before))
    return undefined;
  const upper = text.slice(start, end).toUpperCase();
  const found = documents.find(({ form, words }) => form.test(upper) && words.test(before));
  return found === undefined
    ? undefined
    : { kind: "national-id", rule: found.rule, score: 0.75, start, end };
}
