// How far back from the end of a text something may be that only later text makes whole.

/** Letters and signs of writing without spaces, where every character may be the last of a word. */
function isUnspaced(code: number): boolean {
  return (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7af);
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000;
}

/** Where the word at the end begins; the end itself after a space. */
export function tokenStart(text: string, end: number, from: number): number {
  let start = end;
  while (start > from) {
    const code = text.charCodeAt(start - 1);
    if (isSpace(code) || isUnspaced(code)) break;
    start--;
  }
  return start;
}

/** A letter of a row, a number of a character, or a line of an encoding. */
const rowWord =
  /^(?:.|0x[0-9a-f]{1,8}[,;]?|[01]{7,8}|(?=[a-f]*[0-9])[0-9a-f]{2,3}[,;]?|[A-Za-z0-9+/_-]{20,})$/i;
const longestWord = 256;

/**
 * The beginning of the last word, and of the row that it may go on: letters that are spread, numbers
 * of characters, lines of base64.
 */
export function holdWords(text: string, from: number): number {
  let start = tokenStart(text, text.length, from);
  for (;;) {
    let end = start;
    while (end > from && start - end < 8 && isSpace(text.charCodeAt(end - 1))) end--;
    if (end === start || end <= from) return start;
    const before = tokenStart(text, end, from);
    if (before === end || end - before > longestWord || !rowWord.test(text.slice(before, end)))
      return start;
    start = before;
  }
}
