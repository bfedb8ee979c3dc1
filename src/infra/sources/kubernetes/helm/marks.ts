/**
 * Characters for private use, which are plain text to YAML, stand for the actions of a template:
 * a beginning, two digits of a number, padding, an end. So a text keeps its length, and every place
 * found in it is a place in the file.
 */
const begin = "\ue000";
const pad = "\ue001";
const end = "\ue002";
const zero = 0xe100;

/** A mark fits into as many characters. */
export const shortestMark = 4;

/** A mark of that length for a number below 65,536. */
export function markOf(id: number, length: number): string {
  const digits = String.fromCharCode(zero + (id >> 8), zero + (id & 255));
  return begin + digits + pad.repeat(Math.max(0, length - shortestMark)) + end;
}

const mark = /\ue000([\ue100-\ue1ff])([\ue100-\ue1ff])\ue001*\ue002/g;

/** Cuts a text at its marks: texts and numbers in turn. */
export function splitMarks(text: string): readonly (string | number)[] {
  if (!text.includes(begin)) return [text];
  const parts: (string | number)[] = [];
  let last = 0;
  for (const match of text.matchAll(mark)) {
    if (match.index > last) parts.push(text.slice(last, match.index));
    const [, high = "", low = ""] = match;
    parts.push((high.charCodeAt(0) - zero) * 256 + low.charCodeAt(0) - zero);
    last = match.index + match[0].length;
  }
  if (last < text.length) parts.push(text.slice(last));
  return parts;
}
