/**
 * Characters that a terminal, a log or a page obeys or hides instead of showing: controls (C0, DEL,
 * C1), format characters (bidi overrides, zero width, tags), lone surrogates, line separators, the
 * supplementary variation selectors and the blank Hangul fillers. All of them have been used to
 * hide text from a reviewer (CVE-2021-42574) or to command a terminal (CVE-2019-9535).
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{e0100}-\u{e01ef}\u115f\u1160\u3164\uffa0]/gu;

const printableAscii = /^[\x20-\x7e]*$/;

function showCharacter(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "␡";
  return `‹U+${code.toString(16).toUpperCase().padStart(4, "0")}›`;
}

/** Makes every character visible that a reader would not see or a terminal would obey. */
export function neutralize(text: string): string {
  return printableAscii.test(text) ? text : text.replace(unseen, showCharacter);
}

/** The same for source text: a tab stays white space, four columns of it. */
export function neutralizeCode(text: string): string {
  return neutralize(text.replaceAll("\t", "    "));
}

/** The same for prose: line breaks and runs of white space become one space. */
export function oneLine(text: string): string {
  return neutralize(text.replace(/[\t\n\r ]+/g, " ").trim());
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const combining = /[\p{Mn}\p{Me}]/u;

/** Terminal columns that `text` takes (Unicode East Asian Width, without ambiguous ones). */
export function widthOf(text: string): number {
  if (printableAscii.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += wide.test(char) ? 2 : combining.test(char) ? 0 : 1;
  return width;
}

/** Breaks prose between words; a word longer than `width` (a path, an address) stays whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ")) {
    const size = widthOf(word);
    if (used > 0 && used + 1 + size > width) {
      lines.push(line);
      line = word;
      used = size;
    } else {
      line = used === 0 ? word : `${line} ${word}`;
      used += used === 0 ? size : size + 1;
    }
  }
  lines.push(line);
  return lines;
}

/** Pads to `width` columns on the right. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Cuts to `length` code units without cutting a character in two, and says so with `…`. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 2);
  const end = last >= 0xd800 && last < 0xdc00 ? length - 2 : length - 1;
  return `${text.slice(0, end)}…`;
}

/** `1 file`, `2 files`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** A size for people: `1.2 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ["kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = -1;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** A duration for people: `820 ms`, `3.4 s`, `2 min 5 s`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Splits prose at its `code` spans: parts with an odd index are code. */
export function codeSpans(text: string): string[] {
  const parts = text.split("`");
  if (parts.length % 2 === 1) return parts;
  // A backtick without a partner stays a backtick.
  const [before = "", after = ""] = parts.splice(-2, 2);
  return [...parts, `${before}\`${after}`];
}

/** True for what V8 throws where a text would be longer than any can be (half a gigabyte). */
export function isTooLong(error: unknown): boolean {
  return error instanceof RangeError && error.message === "Invalid string length";
}
