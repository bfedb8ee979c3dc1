/** What strict JSON gives: the value, or why it is refused. */
export type StrictJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

const maxDepth = 64;

/**
 * Parses JSON as a verifier has to (RFC 8259, RFC 8785 section 3.1): one value, UTF-8 without a mark,
 * and no name twice in an object. `JSON.parse` keeps the last of two silently, others the first, so
 * that two programs would read two documents out of one signature. Total.
 */
export function parseStrictJson(bytes: Buffer): StrictJson {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { ok: false, message: "it is no UTF-8" };
  }
  const flaw = flawIn(text);
  if (flaw !== undefined) return { ok: false, message: flaw };
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, message: "it is no JSON" };
  }
}

/** A level that is open: the names of an object so far, or nothing for a list. */
type Level = Set<string> | undefined;

/** Walks over the text without building anything: what is no JSON at all is left to the parser. */
function flawIn(text: string): string | undefined {
  const open: Level[] = [];
  const sign = /["{}[\]]/g;
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    const [found] = match;
    if (found === "{" || found === "[") {
      if (open.length >= maxDepth) return `it is nested deeper than ${maxDepth}`;
      open.push(found === "{" ? new Set() : undefined);
    } else if (found !== '"') open.pop();
    else {
      const end = endOfText(text, match.index + 1);
      sign.lastIndex = end;
      const names = open.at(-1);
      // A text is a name where the next thing that counts behind it is a colon.
      if (names === undefined || !isName(text, end)) continue;
      const quoted = text.slice(match.index, end);
      const name = quoted.includes("\\") ? unescaped(quoted) : quoted.slice(1, -1);
      if (names.has(name)) return `it has ${JSON.stringify(name.slice(0, 60))} twice in one object`;
      names.add(name);
    }
  }
  return undefined;
}

/** Where a text ends that begins at an offset; by hand, since a payload has megabytes. */
function endOfText(text: string, from: number): number {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (quote - backslashes > from && text[quote - backslashes - 1] === "\\") backslashes++;
    // One that is escaped ends nothing.
    if (backslashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

function isName(text: string, from: number): boolean {
  let at = from;
  while (/[ \t\r\n]/.test(text.charAt(at))) at++;
  return text[at] === ":";
}

function unescaped(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted;
  }
}

/**
 * Decodes base64 as RFC 4648 section 4 has it, padded; undefined for anything else. Node's own takes
 * every text, so that many texts would mean the same bytes.
 */
export function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : undefined;
}
