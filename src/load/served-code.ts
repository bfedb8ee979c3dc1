// Python in a model that only computes. A name is reached by writing it, or by a text that is handed to
// what is named itself (`getattr`, `__import__`, `exec`): so each word of the source is looked at, those in
// texts and comments too, as Python compares identifiers (NFKC, `Parser/pegen.c`).
import { isReaching } from "./plain-code.ts";

const maxText = 256 * 1024;
const keywords = new Set(["import"]);

/** True for source of which no word leads to files, processes, the network, imports by text or other code. */
export function isPlainSource(bytes: Buffer | undefined): boolean {
  if (bytes === undefined || bytes.length > maxText || bytes.includes(0)) return false;
  const text = bytes.toString("utf8").normalize("NFKC");
  if (text.includes("\ufffd") || hasOtherCoding(text)) return false;
  for (const [word] of text.matchAll(/[\p{L}\p{N}_]+/gu))
    if (!keywords.has(word) && isReaching(word)) return false;
  // An error of an attribute keeps what a format has reached by a text (`AttributeError.obj`).
  return !(/\.\s*obj\b/.test(text) && /\bformat(?:_map)?\b/.test(text));
}

/** True for a source that says in its first two lines how it is to be read, and not as UTF-8. */
function hasOtherCoding(text: string): boolean {
  return text.split(/[\n\r\f]/, 3).some((line) => {
    const at = line.search(/coding[:=]/);
    return at >= 0 && line.includes("#") && !/^[ \t]*(?:utf-?8|ascii)\b/i.test(line.slice(at + 7));
  });
}
