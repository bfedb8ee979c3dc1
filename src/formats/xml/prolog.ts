// What stands before the first element of an XML document: "Extensible Markup Language 1.0", section
// 2.8. Where a document type may be declared, and nowhere else, a parser learns of entities.
import type { Span } from "../../core/index.ts";

/** A document type that is declared, with what a parser may fetch or replace for it. */
export interface DocumentType extends Span {
  /** Where its own file lies. */
  readonly system: string | undefined;
  /** Entities that it declares, general and of parameters. */
  readonly entities: readonly Span[];
}

/** The beginning of a document. */
export interface Prolog {
  readonly type: DocumentType | undefined;
  /** Start tag of the first element, cut off where it is long. */
  readonly root: string | undefined;
}

const maxEntities = 100;
const maxRoot = 2_000;

/** Reads it. Total and linear. */
export function readProlog(text: string): Prolog {
  let type: DocumentType | undefined;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    if (/\s/.test(text[at]!)) at++;
    else if (text.startsWith("<!--", at)) at = after(text, "-->", at + 4);
    else if (text.startsWith("<?", at)) at = after(text, "?>", at + 2);
    else if (text.startsWith("<!DOCTYPE", at)) {
      const found = readType(text, at);
      type ??= found;
      at = found.end;
    } else if (/^<[A-Za-z_]/.test(text.slice(at, at + 2))) {
      const tag = text.slice(at, at + maxRoot);
      const end = tag.indexOf(">");
      return { type, root: end < 0 ? tag : tag.slice(0, end + 1) };
    } else break;
  }
  return { type, root: undefined };
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

function readType(text: string, start: number): DocumentType {
  const outer =
    /^<!DOCTYPE\s+[^\s[>]+\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s*(?:"([^"]*)"|'([^']*)')?/;
  const declared = outer.exec(text.slice(start, start + 4_000));
  const system = declared === null ? undefined : (declared[1] ?? declared[2] ?? "");
  const entities: Span[] = [];
  let isInside = false;
  let at = start + "<!DOCTYPE".length;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '"' || char === "'") at = after(text, char, at + 1);
    else if (text.startsWith("<!--", at)) at = after(text, "-->", at + 4);
    else if (text.startsWith("<?", at)) at = after(text, "?>", at + 2);
    else if (isInside && text.startsWith("<!ENTITY", at)) {
      const from = at;
      at = endOfDeclaration(text, at);
      if (entities.length < maxEntities) entities.push({ start: from, end: at });
    } else {
      at++;
      if (char === "[") isInside = true;
      else if (char === "]") isInside = false;
      else if (char === ">" && !isInside) break;
    }
  }
  return { start, end: at, system, entities };
}

function endOfDeclaration(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '"' || char === "'") at = after(text, char, at + 1);
    else {
      at++;
      if (char === ">") break;
    }
  }
  return at;
}
