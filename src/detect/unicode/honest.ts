// Where characters that are not drawn have their place: what they are for in honest writing.
import { bitsOf, invisible } from "./classes.ts";
import { selectorByte, type Unseen } from "./concealed.ts";

/** Scripts whose spelling needs joiners and non-joiners (Unicode Standard, chapters 9, 12 and 13). */
const joining =
  /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Mongolian}\p{Script=Tibetan}\p{Script=Nko}]$/u;
/** Scripts that are written without spaces, where a zero-width one says where a line may break. */
const unspaced =
  /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const picture =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f)$/u;
const letter = /^[\p{L}\p{N}]$/u;
/** What a selector of text or picture form may follow. */
const takesSelector = /^[\p{Emoji}\p{Extended_Pictographic}\p{Script=Han}\p{S}\p{P}]$/u;
const takesVariation = /^[\p{Script=Han}\p{Script=Mongolian}\p{Script=Myanmar}\p{S}]$/u;

export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

function pointBefore(text: string, at: number): string {
  if (at <= 0) return "";
  const low = text.charCodeAt(at - 1);
  return text.slice(low >= 0xdc00 && low <= 0xdfff ? Math.max(0, at - 2) : at - 1, at);
}

function pointAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}

function isUnseen(point: string): boolean {
  return point !== "" && (bitsOf(point.codePointAt(0)!) & invisible) !== 0;
}

/** True between two letters or digits: a word is cut. */
export function cutsWord(text: string, start: number, end: number): boolean {
  return letter.test(pointBefore(text, start)) && letter.test(pointAt(text, end));
}

/** Bidirectional embeddings, overrides and isolates, and the marks of a direction. */
export function isBidi(code: number): boolean {
  return (
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0x200e ||
    code === 0x200f ||
    code === 0x61c
  );
}

const softHyphen = 0xad;

/**
 * True where an invisible character does what it is for: a joiner in a script that needs it or in a
 * picture, a selector after what takes one, a soft hyphen, a mark of order at the beginning.
 */
export function isHonest(text: string, { code, start, end }: Unseen): boolean {
  const before = pointBefore(text, start);
  const after = pointAt(text, end);
  if (code === 0x200d)
    return (
      joining.test(before) || (picture.test(before) && picture.test(after)) || joining.test(after)
    );
  if (code === 0x200c) return joining.test(before) || joining.test(after);
  if (code === 0x200b || code === 0x2060)
    return (
      unspaced.test(before) ||
      unspaced.test(after) ||
      !(isUnseen(before) || isUnseen(after) || (letter.test(before) && letter.test(after)))
    );
  if (code === 0xfeff) return start === 0 || text[start - 1] === "\n";
  if (selectorByte(code) !== undefined) {
    const isPicture = code === 0xfe0e || code === 0xfe0f;
    const isFirst = selectorByte(after.codePointAt(0) ?? 0) === undefined;
    return isFirst && (isPicture ? takesSelector : takesVariation).test(before);
  }
  // Two hyphenation points next to each other's letter are none.
  if (code === softHyphen)
    return text.charCodeAt(end + 1) !== softHyphen && text.charCodeAt(start - 2) !== softHyphen;
  if (code >= 0x180b && code <= 0x180f) return joining.test(before);
  if (code === 0x17b4 || code === 0x17b5) return joining.test(before);
  // Fillers stand for a missing part of a Hangul syllable.
  if (code === 0x115f || code === 0x1160)
    return /[\u1100-\u11ff]/.test(before) || /[\u1100-\u11ff]/.test(after);
  return false;
}

/** Where the flag of a region that is spelt in tags ends: a black flag, letters, a cancel tag (UTS 51, ED-14a). */
export function flagEnd(text: string, at: number): number {
  const longest = 7;
  if (!text.startsWith("\u{1f3f4}", at)) return at;
  let end = at + 2;
  for (let count = 0; count <= longest; count++, end += 2) {
    const code = text.codePointAt(end) ?? 0;
    if (code === 0xe007f) return count >= 3 ? end + 2 : at;
    const isTag = (code >= 0xe0030 && code <= 0xe0039) || (code >= 0xe0061 && code <= 0xe007a);
    if (!isTag) return at;
  }
  return at;
}
