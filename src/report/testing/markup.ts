/** What a page or an XML text is made of, in order: the tags that open and the text between them. */
export interface Markup {
  readonly tags: readonly {
    readonly name: string;
    readonly attributes: ReadonlyMap<string, string>;
  }[];
  readonly text: string;
}

const tagForm =
  /<(?:(\/)([a-z][\w-]*)|(!doctype html)|(\?xml[^<>]*\?)|([a-z][\w-]*)((?:\s+[a-z][\w:-]*(?:="[^"<]*")?)*)\s*(\/?))\s*>/giy;
const attributeForm = /([a-z][\w:-]*)(?:="([^"<]*)")?/gi;
const entityForm = /&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);/giy;
const rawText = new Set(["style", "script"]);
const voids = new Set(["meta", "input", "br", "path", "rect"]);

/**
 * Reads markup as strictly as it can be written: every tag closed in order, every attribute in double
 * quotes, no bare `<` or `&`. Throws at the first thing that is not so.
 */
export function readMarkup(source: string): Markup {
  const tags: { name: string; attributes: Map<string, string> }[] = [];
  const open: string[] = [];
  let text = "";
  let at = 0;
  while (at < source.length) {
    const char = source[at];
    if (char === "<") {
      tagForm.lastIndex = at;
      const match = tagForm.exec(source);
      if (match === null) throw new Error(`a bare < at ${at}: ${source.slice(at, at + 60)}`);
      at = tagForm.lastIndex;
      const [, slash, closed, , , name, attributes = "", empty] = match;
      if (slash !== undefined) {
        const last = open.pop();
        if (last !== closed) throw new Error(`</${closed}> closes <${last}> at ${at}`);
      } else if (name !== undefined) {
        tags.push({ name, attributes: attributesOf(attributes) });
        if (rawText.has(name)) {
          at = source.indexOf(`</${name}>`, at) + name.length + 3;
        } else if (empty === "" && !voids.has(name)) open.push(name);
      }
    } else if (char === "&") {
      entityForm.lastIndex = at;
      const match = entityForm.exec(source);
      if (match === null) throw new Error(`a bare & at ${at}: ${source.slice(at, at + 60)}`);
      at = entityForm.lastIndex;
      text += match[0];
    } else {
      text += char;
      at++;
    }
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(" ")}`);
  return { tags, text };
}

function attributesOf(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", value = ""] of source.matchAll(attributeForm)) {
    if (attributes.has(name)) throw new Error(`the attribute ${name} stands there twice`);
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(value)) {
      throw new Error(`a bare & in ${name}`);
    }
    attributes.set(name, value);
  }
  return attributes;
}
