// Start tags of an XML document: "Extensible Markup Language 1.0", sections 2.4 to 2.8 and 3.1. No entity
// is replaced but those that every parser knows.

/** A start tag, or the end of an element. */
export interface XmlTag {
  readonly name: string;
  readonly kind: "start" | "empty" | "end";
  /** What stands between the name and the end of the tag. */
  readonly inner: string;
}

const longestTag = 64 * 1024;

/** Shows the tags of a document one after the other. Total and linear. */
export function eachTag(text: string, use: (tag: XmlTag) => void): void {
  let at = text.indexOf("<");
  while (at >= 0 && at < text.length) {
    let end: number;
    if (text.startsWith("<!--", at)) end = after(text, "-->", at + 4);
    else if (text.startsWith("<![CDATA[", at)) end = after(text, "]]>", at + 9);
    else if (text.startsWith("<?", at)) end = after(text, "?>", at + 2);
    else if (text.startsWith("<!", at)) end = at + 2;
    else {
      end = endOfTag(text, at);
      const isEnd = text[at + 1] === "/";
      const isEmpty = text[end - 2] === "/";
      const body = text.slice(at + (isEnd ? 2 : 1), end - (isEmpty ? 2 : 1));
      const name = /^[\w.:-]+/.exec(body.slice(0, 200))?.[0];
      if (name !== undefined)
        use({
          name,
          kind: isEnd ? "end" : isEmpty ? "empty" : "start",
          inner: body.slice(name.length),
        });
    }
    at = text.indexOf("<", end);
  }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

/** Behind the `>` that ends a tag; one within quotes does not. */
function endOfTag(text: string, start: number): number {
  const limit = Math.min(text.length, start + longestTag);
  let quote = "";
  for (let at = start + 1; at < limit; at++) {
    const char = text[at]!;
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === '"' || char === "'") quote = char;
    else if (char === ">") return at + 1;
  }
  return limit;
}

/** The attributes of a tag. Of one that stands twice the first, as readers that allow it take it. */
export function attributesOf({ inner }: XmlTag): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", double, single] of inner.matchAll(
    /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  ))
    if (!found.has(name)) found.set(name, unescapeXml(double ?? single ?? ""));
  return found;
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** Replaces the entities that every parser knows, and characters by number. */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g,
    (whole: string, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name]!;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
