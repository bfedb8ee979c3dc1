/**
 * True where a text is what a pattern says; a `*` stands for any text without white space. Linear:
 * each piece is looked for once, from where the one before it ends.
 */
export function isText(text: string, pattern: string): boolean {
  if (!pattern.includes("*")) return text === pattern;
  if (/\s/.test(text) && !/\s/.test(pattern)) return false;
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop() ?? "";
  if (!text.startsWith(first) || text.length < first.length + last.length) return false;
  if (!text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}
