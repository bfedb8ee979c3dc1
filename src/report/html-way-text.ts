// How wide a text will be in a drawing, which has to be known before a browser has seen it. On the wide
// side: an arrow may be longer than its words, and never shorter.
import { widthOf } from "./text.ts";

type Face = "sans" | "mono";

/** Widths in em of the fonts that pages use, DejaVu among them, which is the widest. */
const mono = 0.605;
const wide = /[mwMW@%—…]/;
const narrow = /[iljtfrI.,:;|!'()[\] /-]/;

function em(char: string, face: Face): number {
  if (face === "mono" || widthOf(char) > 1) return mono * widthOf(char);
  if (narrow.test(char)) return 0.36;
  if (wide.test(char)) return 0.9;
  return /[A-Z]/.test(char) ? 0.69 : 0.59;
}

/** The width of a text in pixels. */
export function textWidth(text: string, size: number, face: Face = "sans"): number {
  let width = 0;
  for (const char of text) width += em(char, face);
  return width * size;
}

interface Room {
  readonly width: number;
  readonly size: number;
  readonly face?: Face;
}

/** Nothing that is drawn is longer; so a hostile name costs nothing. */
const maxLength = 400;

/** Cuts a text in its middle, where names differ least, to what fits. */
export function clipMiddle(text: string, { width, size, face = "sans" }: Room): string {
  const chars = Array.from(text.slice(0, maxLength));
  if (text.length <= maxLength && textWidth(text, size, face) <= width) return text;
  let [head, tail] = [0, chars.length];
  let used = textWidth("…", size, face);
  while (head < tail) {
    const isHead = head <= chars.length - tail;
    const next = textWidth((isHead ? chars[head] : chars[tail - 1]) ?? "", size, face);
    if (used + next > width) break;
    used += next;
    if (isHead) head++;
    else tail--;
  }
  return `${chars.slice(0, head).join("")}…${chars.slice(tail).join("")}`;
}

/** Breaks a text between words, and a word where it does not fit; what is left over is cut. */
export function wrapTo(
  text: string,
  { lines: most, ...room }: Room & { readonly lines: number },
): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.slice(0, maxLength).split(" ")) {
    let gap = line === "" ? "" : " ";
    for (const piece of piecesOf(word, room)) {
      const longer = line + gap + piece;
      gap = "";
      if (textWidth(longer, room.size, room.face) <= room.width) {
        line = longer;
        continue;
      }
      if (line !== "") lines.push(line);
      line = clipMiddle(piece, room);
    }
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), clipMiddle(lines.slice(most - 1).join(" "), room)];
}

/** A word whole where it fits on a line; else an address in the pieces at which it may be broken. */
function piecesOf(word: string, { width, size, face }: Room): readonly string[] {
  return textWidth(word, size, face) <= width ? [word] : word.split(/(?<=[_.:/-])/);
}
