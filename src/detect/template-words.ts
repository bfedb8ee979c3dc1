// The tags of a Jinja template and their words. A template is never rendered.

/** A word of a tag: a name, a text, a number or a sign. */
export interface Word {
  readonly kind: "name" | "text" | "number" | "sign";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The inside of `{{ … }}` or `{% … %}`. */
export interface Tag {
  readonly text: string;
  readonly start: number;
  readonly isStatement: boolean;
}

/** The insides of `{{ … }}` and `{% … %}`; comments and plain text are passed over. */
export function tagsOf(template: string): readonly Tag[] {
  const tags: Tag[] = [];
  let at = 0;
  for (;;) {
    const open = template.indexOf("{", at);
    if (open < 0) return tags;
    const sign = template[open + 1];
    if (sign === "#") {
      const end = template.indexOf("#}", open + 2);
      if (end < 0) return tags;
      at = end + 2;
    } else if (sign === "{" || sign === "%") {
      const isStatement = sign === "%";
      const end = endOfTag(template, open + 2, isStatement ? "%}" : "}}");
      // `{%-` and `{%+` are about blanks.
      const start = open + (/[-+]/.test(template[open + 2] ?? "") ? 3 : 2);
      const text = template.slice(start, end);
      tags.push({ text, start, isStatement });
      at = isStatement && /^\s*raw\s*-?$/.test(text) ? endOfRaw(template, end) : end + 2;
    } else at = open + 1;
  }
}

/** Behind what is written as it stands, in which nothing is a tag. */
function endOfRaw(template: string, from: number): number {
  const rest = template.slice(from);
  const end = /\{%[-+]?\s*endraw\s*[-+]?%\}/.exec(rest);
  return end === null ? from + 2 : from + end.index + end[0].length;
}

/** Where a tag ends; what stands in quotes or in brackets ends none. */
function endOfTag(template: string, from: number, close: string): number {
  const end = template.indexOf(close, from);
  if (end < 0) return template.length;
  let quote = "";
  let open = 0;
  for (let at = from; at < template.length; at++) {
    const sign = template[at]!;
    if (quote !== "") {
      if (sign === "\\") at++;
      else if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (open === 0 && sign === close[0] && template[at + 1] === close[1]) return at;
    else if ("([{".includes(sign)) open++;
    else if (")]}".includes(sign) && open > 0) open--;
  }
  return end;
}

const pattern =
  /([\p{L}_][\p{L}\p{N}_]*)|("(?:[^"\\]|\\[\s\S])*"?|'(?:[^'\\]|\\[\s\S])*'?)|(\d[\d.]*)|(\*\*|\/\/|[=!<>]=|[^\s])/gu;

/** The words of a tag. */
export function wordsOf({ text, start }: Tag): readonly Word[] {
  const words: Word[] = [];
  for (const found of text.matchAll(pattern)) {
    const [whole, name, string, number] = found;
    const place = { start: start + found.index, end: start + found.index + whole.length };
    if (name !== undefined) words.push({ kind: "name", text: name.normalize("NFKC"), ...place });
    else if (string !== undefined) words.push({ kind: "text", text: unescaped(string), ...place });
    else words.push({ kind: number === undefined ? "sign" : "number", text: whole, ...place });
  }
  return words;
}

/** A string literal as Python reads it. */
function unescaped(literal: string): string {
  const isClosed = literal.length > 1 && literal.endsWith(literal[0]!);
  const inner = literal.slice(1, isClosed ? -1 : undefined);
  return inner.replace(
    /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{1,3}|[\s\S])/g,
    (escape) => unescapedSign(escape.slice(1)),
  );
}

function unescapedSign(written: string): string {
  if (written.length > 1 && /^[xuU]/.test(written)) {
    const code = Number.parseInt(written.slice(1), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  }
  if (/^[0-7]/.test(written)) return String.fromCharCode(Number.parseInt(written, 8));
  return { n: "\n", t: "\t", r: "\r" }[written] ?? written;
}
