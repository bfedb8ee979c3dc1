// What the invisible characters of a text are told as.
import type { Span } from "../../core/index.ts";
import type { Detection } from "../detection.ts";
import { selectorByte, tagOf, type Concealed, type Unseen } from "./concealed.ts";
import { cutsWord, hasRightToLeft, isBidi } from "./honest.ts";

/** How sure each rule is that a text hides something on purpose. */
const scores = {
  /** A text in characters that nobody sees. */
  payload: 0.98,
  /** A few tags or selectors that say nothing. */
  strewn: 0.6,
  /** Turns the order of what a person reads. */
  override: 0.8,
  /** Directions in a text of one direction. */
  direction: 0.5,
  /** Words that are cut, many times and once or twice. */
  manyCuts: 0.7,
  someCuts: 0.45,
  /** A row of invisible characters. */
  row: 0.75,
  filler: 0.6,
} as const;

const manyCuts = 3;
const longRow = 8;

interface Group {
  readonly rule: string;
  readonly members: readonly Unseen[];
  readonly score: number;
}

function spanOf(members: readonly Unseen[]): Span {
  return { start: members[0]!.start, end: members.at(-1)!.end };
}

function isFiller(code: number): boolean {
  return code === 0x3164 || code === 0xffa0 || code === 0x115f || code === 0x1160;
}

function longestRow(unseen: readonly Unseen[]): number {
  let longest = 0;
  let length = 0;
  let after = -1;
  for (const { start, end } of unseen) {
    length = start === after ? length + 1 : 1;
    after = end;
    if (length > longest) longest = length;
  }
  return longest;
}

function zeroWidthGroup(text: string, members: readonly Unseen[]): Group | undefined {
  if (longestRow(members) >= longRow) return { rule: "invisible-row", members, score: scores.row };
  let cuts = 0;
  for (const { start, end } of members) {
    if (cutsWord(text, start, end)) cuts++;
    if (cuts >= manyCuts) return { rule: "zero-width", members, score: scores.manyCuts };
  }
  return cuts === 0 ? undefined : { rule: "zero-width", members, score: scores.someCuts };
}

/** Tells of what is hidden: one detection for each way in which it is. */
export function hiddenDetections(
  text: string,
  unseen: readonly Unseen[],
  concealed: readonly Concealed[],
): readonly Detection[] {
  if (unseen.length === 0) return [];
  const says = (disguise: string): boolean => concealed.some((each) => each.disguise === disguise);
  const tags = unseen.filter(({ code }) => tagOf(code) !== undefined);
  const selectors = unseen.filter(({ code }) => selectorByte(code) !== undefined);
  const bidi = unseen.filter(({ code }) => isBidi(code));
  const fillers = unseen.filter(({ code }) => isFiller(code));
  const others = unseen.filter(
    ({ code }) =>
      tagOf(code) === undefined &&
      selectorByte(code) === undefined &&
      !isBidi(code) &&
      !isFiller(code),
  );
  const isOverride = ({ code }: Unseen): boolean => code === 0x202d || code === 0x202e;
  const overrides = bidi.filter(isOverride);
  const groups: (Group | undefined)[] = [
    {
      rule: "unicode-tags",
      members: tags,
      score: says("unicode-tags") ? scores.payload : scores.strewn,
    },
    {
      rule: "variation-selectors",
      members: selectors,
      score: says("variation-selectors")
        ? scores.payload
        : selectors.length >= longRow
          ? scores.strewn
          : 0,
    },
    { rule: "bidi-override", members: overrides, score: scores.override },
    {
      rule: "bidi-controls",
      members: bidi.filter((each) => !isOverride(each)),
      score: overrides.length === bidi.length || hasRightToLeft(text) ? 0 : scores.direction,
    },
    { rule: "hangul-filler", members: fillers, score: scores.filler },
    says("zero-width-bits")
      ? { rule: "zero-width-bits", members: others, score: scores.payload }
      : zeroWidthGroup(text, others),
  ];
  return groups.flatMap((group) =>
    group === undefined || group.members.length === 0 || group.score === 0
      ? []
      : [{ kind: "hidden-text", rule: group.rule, score: group.score, ...spanOf(group.members) }],
  );
}
