// Elements of an XML document with their text, for answers of APIs that speak XML: "Extensible Markup
// Language 1.0". Attributes, comments, instructions and document types are passed over, and no entity is
// replaced but those that every parser knows, so nothing in a document can make it grow.
import type { Problem } from "../../core/index.ts";
import { unescapeXml } from "./tags.ts";

/** An element; `text` is all text that stands in it directly. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** A document as far as it could be read. */
export interface XmlDocument {
  readonly root: XmlElement | undefined;
  readonly problems: readonly Problem[];
}

interface Open {
  readonly name: string;
  text: string;
  readonly children: XmlElement[];
}

const maxDepth = 100;
const maxElements = 2_000_000;

/** Reads a document. Prefixes of namespaces are dropped. Total and linear. */
export function parseElements(source: string): XmlDocument {
  const problems: Problem[] = [];
  const top: Open = { name: "", text: "", children: [] };
  const open: Open[] = [top];
  let lost = 0;
  let count = 0;
  let at = 0;

  function complain(reason: Problem["reason"], message: string): void {
    if (problems.length < 5) problems.push({ reason, message, at });
  }
  function endOf(mark: string, from: number): number {
    const found = source.indexOf(mark, from);
    if (found < 0) complain("syntax-error", `${mark} is missing`);
    return found < 0 ? source.length : found;
  }
  function close(name: string): void {
    if (lost > 0) {
      lost--;
      return;
    }
    const last = open.at(-1)!;
    if (open.length === 1 || last.name !== name)
      return complain("syntax-error", `</${name.slice(0, 50)}> closes nothing`);
    open.pop();
  }

  while (at < source.length && count <= maxElements) {
    const next = source.indexOf("<", at);
    const end = next < 0 ? source.length : next;
    if (end > at && lost === 0) open.at(-1)!.text += unescapeXml(source.slice(at, end));
    at = end;
    if (next < 0) break;
    if (source.startsWith("<!--", at)) at = endOf("-->", at + 4) + 3;
    else if (source.startsWith("<![CDATA[", at)) {
      const stop = endOf("]]>", at + 9);
      if (lost === 0) open.at(-1)!.text += source.slice(at + 9, stop);
      at = stop + 3;
    } else if (source.startsWith("<?", at)) at = endOf("?>", at + 2) + 2;
    else {
      const stop = endOf(">", at + 1);
      const tag = source.slice(at + 1, stop);
      at = stop + 1;
      if (tag.startsWith("!")) continue;
      const isEnd = tag.startsWith("/");
      const name = /^\/?(?:[\w.-]+:)?([\w.-]+)/.exec(tag.slice(0, 300))?.[1];
      if (name === undefined) complain("syntax-error", "a tag without a name");
      else if (isEnd) close(name);
      else if (lost > 0 || open.length > maxDepth) {
        if (lost === 0) complain("limit", `nested deeper than ${maxDepth}`);
        if (!tag.endsWith("/")) lost++;
      } else {
        const element: Open = { name, text: "", children: [] };
        count++;
        open.at(-1)!.children.push(element);
        if (!tag.endsWith("/")) open.push(element);
      }
    }
  }
  if (count > maxElements) complain("limit", `more than ${maxElements} elements`);
  if (open.length > 1) complain("syntax-error", "the end is missing");
  return { root: top.children[0], problems };
}
