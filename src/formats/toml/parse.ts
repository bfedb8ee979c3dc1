import type { Problem, Span } from "../../core/index.ts";
import { type Entry, type TreeNode, type Trees } from "../setting/tree.ts";
import { readValue, skipBlank, type TomlCursor } from "./value.ts";

/** A table while it is being filled. */
interface OpenTable {
  readonly start: number;
  readonly entries: { key: string; keySpan: Span; value: TreeNode | OpenTable | OpenArray }[];
  readonly byKey: Map<string, OpenTable | OpenArray>;
  end: number;
}
interface OpenArray {
  readonly tables: OpenTable[];
}

/**
 * Reads TOML with positions, line by line: tables, arrays of tables, dotted keys, every kind of
 * value. Total: a line that cannot be read is said to be so, and the next one is read.
 */
export function parseToml(text: string): Trees {
  const comments: Span[] = [];
  const problems: Problem[] = [];
  const cursor: TomlCursor = { text, at: text.charCodeAt(0) === 0xfeff ? 1 : 0, comments };
  const root = openTable(0);
  let current = root;

  function complain(message: string, at: number): void {
    if (problems.length < 5)
      problems.push({ reason: "syntax-error", message, at: Math.min(at, text.length) });
  }

  while (cursor.at < text.length) {
    skipBlank(cursor, true);
    if (cursor.at >= text.length) break;
    const start = cursor.at;
    if (text[start] === "[") {
      const isArray = text[start + 1] === "[";
      cursor.at += isArray ? 2 : 1;
      const path = readKey(cursor);
      if (path === undefined || text[cursor.at] !== "]")
        complain("a table header is not closed", start);
      else {
        cursor.at += isArray && text[cursor.at + 1] === "]" ? 2 : 1;
        current = openPath(root, path, { isArray, start, end: cursor.at });
      }
    } else {
      const path = readKey(cursor);
      if (path === undefined || text[cursor.at] !== "=")
        complain("a line that is neither a table nor a setting", start);
      else {
        cursor.at++;
        skipBlank(cursor, false);
        const value = readValue(cursor, 0);
        if (value === undefined) complain("a value is missing, or not closed", start);
        else put(current, path, value);
      }
    }
    skipBlank(cursor, false);
    if (cursor.at < text.length && text[cursor.at] !== "\n" && text[cursor.at] !== "\r") {
      if (problems.length === 0) complain("a line goes on after its value", cursor.at);
      const line = text.indexOf("\n", cursor.at);
      cursor.at = line < 0 ? text.length : line;
    }
  }
  return { roots: [closeTable(root, 0)], comments, problems };
}

function openTable(start: number): OpenTable {
  return { start, entries: [], byKey: new Map(), end: start };
}

interface KeyPart {
  readonly text: string;
  readonly span: Span;
}

/** Deepest dotted key that is followed. */
const maxParts = 50;

/** Reads `a.b."c d"`; stops at what follows it. */
function readKey(cursor: TomlCursor): readonly KeyPart[] | undefined {
  const parts: KeyPart[] = [];
  const { text } = cursor;
  while (parts.length < maxParts) {
    skipBlank(cursor, false);
    const start = cursor.at;
    const quote = text[start];
    if (quote === '"' || quote === "'") {
      let end = start + 1;
      while (end < text.length && text[end] !== quote && text[end] !== "\n")
        end += text[end] === "\\" && quote === '"' ? 2 : 1;
      if (text[end] !== quote) return undefined;
      cursor.at = end + 1;
      parts.push({ text: text.slice(start + 1, end), span: { start, end: end + 1 } });
    } else {
      while (cursor.at < text.length && /[\w-]/.test(text[cursor.at]!)) cursor.at++;
      if (cursor.at === start) return undefined;
      parts.push({ text: text.slice(start, cursor.at), span: { start, end: cursor.at } });
    }
    skipBlank(cursor, false);
    if (text[cursor.at] !== ".") return parts;
    cursor.at++;
  }
  return undefined;
}

function openPath(
  root: OpenTable,
  path: readonly KeyPart[],
  header: { isArray: boolean } & Span,
): OpenTable {
  let table = root;
  for (const [index, part] of path.entries()) {
    const isLast = index === path.length - 1;
    const known = table.byKey.get(part.text);
    if (isLast && header.isArray) {
      const array = known !== undefined && "tables" in known ? known : { tables: [] };
      if (array !== known) {
        table.byKey.set(part.text, array);
        table.entries.push({ key: part.text, keySpan: part.span, value: array });
      }
      const opened = openTable(header.start);
      array.tables.push(opened);
      return opened;
    }
    table =
      known === undefined
        ? addTable(table, part)
        : "tables" in known
          ? (known.tables.at(-1) ?? addTable(table, part))
          : known;
  }
  return table;
}

function addTable(table: OpenTable, part: KeyPart): OpenTable {
  const opened = openTable(part.span.start);
  table.byKey.set(part.text, opened);
  table.entries.push({ key: part.text, keySpan: part.span, value: opened });
  return opened;
}

function put(table: OpenTable, path: readonly KeyPart[], value: TreeNode): void {
  const last = path.at(-1);
  if (last === undefined) return;
  const owner =
    path.length === 1
      ? table
      : openPath(table, path.slice(0, -1), { isArray: false, start: value.start, end: value.end });
  owner.entries.push({ key: last.text, keySpan: last.span, value });
}

/** Nesting of tables is at most `maxParts` keys times few headers deep, so recursion is safe. */
function closeTable(table: OpenTable, depth: number): TreeNode {
  const entries: Entry[] = [];
  for (const { key, keySpan, value } of table.entries) {
    if ("kind" in value) entries.push({ key, keySpan, value });
    else if (depth < 200) {
      if ("tables" in value) {
        const items = value.tables.map((each) => closeTable(each, depth + 1));
        entries.push({
          key,
          keySpan,
          value: { kind: "list", items, start: keySpan.start, end: keySpan.end },
        });
      } else entries.push({ key, keySpan, value: closeTable(value, depth + 1) });
    }
  }
  return { kind: "map", entries, start: table.start, end: table.end };
}
