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
  // A text is a name where the next thing that counts behind it is a colon.
  const token = /"(?:[^"\\]|\\[^])*"|[{}[\]]/g;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found] = match;
    if (found === "{" || found === "[") {
      if (open.length >= maxDepth) return `it is nested deeper than ${maxDepth}`;
      open.push(found === "{" ? new Set() : undefined);
    } else if (found === "}" || found === "]") open.pop();
    else {
      const names = open.at(-1);
      if (names === undefined || !isName(text, token.lastIndex)) continue;
      const name = found.includes("\\") ? unescaped(found) : found.slice(1, -1);
      if (names.has(name)) return `it has ${JSON.stringify(name.slice(0, 60))} twice in one object`;
      names.add(name);
    }
  }
  return undefined;
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

const standard = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Decodes base64 as RFC 4648 section 4 has it, padded; undefined for anything else. Node's own takes
 * every text, so that many texts would mean the same bytes.
 */
export function strictBase64(text: string): Buffer | undefined {
  if (!standard.test(text)) return undefined;
  const bytes = Buffer.from(text, "base64");
  // Bits behind the last byte have to be zero.
  return bytes.toString("base64") === text ? bytes : undefined;
}
