import type { Problem } from "../../core/index.ts";
import { openCursor } from "./cursor.ts";
import type { Module } from "./nodes.ts";
import { parseStatements } from "./statements.ts";
import { tokenize } from "./tokenize.ts";

/** What was read of a Python text. */
export interface ParsedPython {
  readonly module: Module;
  readonly problems: readonly Problem[];
  readonly lineStarts: readonly number[];
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Parses Python 3.14 source into a tree with positions; tells Python 2's statements apart and
 * reads them too. Total: it never throws, and what cannot be parsed is left out of the tree, noted
 * in `problems`, and does not keep the rest from being read. Time and memory are linear in the
 * length of the text.
 */
export function parsePython(text: string): ParsedPython {
  const problems: Problem[] = [];
  const tokens = tokenize(text, problems);
  const cursor = openCursor(text, tokens, problems);
  const body = parseStatements(cursor);
  const module: Module = { kind: "Module", start: 0, end: text.length, parent: null, body };
  problems.sort((a, b) => a.at - b.at);
  return { module, problems, lineStarts: tokens.lineStarts, comments: tokens.comments };
}
