import type { Problem, Span } from "../../core/index.ts";
import { maxTreeDepth, placeIn, type Entry, type TreeNode, type Trees } from "../setting/tree.ts";

interface OpenMap {
  readonly kind: "map";
  readonly start: number;
  readonly entries: Entry[];
  key: { text: string; span: Span } | undefined;
}
interface OpenList {
  readonly kind: "list";
  readonly start: number;
  readonly items: TreeNode[];
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

function unescape(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|([^]))/g,
    (_, hex: string | undefined, char: string | undefined) =>
      hex === undefined
        ? (escapes[char ?? ""] ?? char ?? "")
        : String.fromCharCode(parseInt(hex, 16)),
  );
}

/**
 * Reads JSON with positions, and what people write for it: comments, trailing commas, several values
 * (JSON lines). Total and linear; without recursion, for nesting costs nothing to write.
 */
export function parseJson(text: string): Trees {
  const roots: TreeNode[] = [];
  const comments: Span[] = [];
  const problems: Problem[] = [];
  const open: (OpenMap | OpenList)[] = [];
  /** Levels below the deepest that is kept. */
  let lost = 0;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  function complain(reason: Problem["reason"], message: string): void {
    if (problems.length < 5) problems.push({ reason, message, at: Math.min(at, text.length) });
  }
  function put(node: TreeNode): void {
    const top = open.at(-1);
    if (top === undefined) roots.push(node);
    else if (top.kind === "list") top.items.push(node);
    else if (top.key !== undefined) {
      top.entries.push({ key: top.key.text, keySpan: top.key.span, value: node });
      top.key = undefined;
    } else complain("syntax-error", "a value without a key");
  }
  function close(end: number): void {
    const top = open.pop();
    if (top === undefined) return;
    if (top.kind === "list") put({ kind: "list", start: top.start, end, items: top.items });
    else put({ kind: "map", start: top.start, end, entries: top.entries });
  }
  function leave(kind: "map" | "list"): void {
    at++;
    if (lost > 0) lost--;
    else if (open.at(-1)?.kind === kind) close(at);
    else complain("syntax-error", "a bracket that closes nothing");
  }
  function putScalar(span: Span, value: string, isText: boolean): void {
    if (lost > 0) return;
    const top = open.at(-1);
    if (top?.kind === "map" && top.key === undefined) top.key = { text: value, span };
    else put({ kind: "scalar", ...span, value, isText, place: placeIn(text, span, value) });
  }

  while (at < text.length) {
    const char = text[at]!;
    if (char === "{" || char === "[") {
      if (lost > 0 || open.length >= maxTreeDepth) {
        if (lost++ === 0) complain("limit", `nested deeper than ${maxTreeDepth}`);
      } else if (char === "{") open.push({ kind: "map", start: at, entries: [], key: undefined });
      else open.push({ kind: "list", start: at, items: [] });
      at++;
    } else if (char === "}") leave("map");
    else if (char === "]") leave("list");
    else if (char === '"') {
      const start = at;
      at = endOfString(text, at);
      if (text[at - 1] !== '"' || at - start < 2)
        complain("syntax-error", "a string is not closed");
      putScalar({ start, end: at }, unescape(text.slice(start + 1, at - 1)), true);
    } else if (char === "/" && (text[at + 1] === "/" || text[at + 1] === "*")) {
      const start = at;
      const isLine = text[at + 1] === "/";
      const end = text.indexOf(isLine ? "\n" : "*/", at + 2);
      at = end < 0 ? text.length : isLine ? end : end + 2;
      comments.push({ start, end: at });
    } else if (/[-+.\w]/.test(char)) {
      const start = at;
      while (at < text.length && /[-+.\w]/.test(text[at]!)) at++;
      const word = text.slice(start, at);
      if (!/^(?:true|false|null|NaN|-?Infinity|[-+]?[\d.].*)$/.test(word))
        complain("syntax-error", "a word without quotes");
      putScalar({ start, end: at }, word, false);
    } else {
      if (!/[\s,:]/.test(char)) complain("syntax-error", "a character that has no place in JSON");
      at++;
    }
  }
  if (open.length > 0) complain("syntax-error", "the end is missing");
  while (open.length > 0) close(text.length);
  return { roots, comments, problems };
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 34) return at + 1;
    else if (code === 10) return at;
  }
  return Math.min(at, text.length);
}
