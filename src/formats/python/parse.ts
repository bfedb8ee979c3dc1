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
  const nul = text.indexOf("\0");
  if (nul >= 0)
    problems.push({
      reason: "syntax-error",
      message: "a NUL byte, which CPython refuses",
      at: nul,
    });
  const tokens = tokenize(text, problems);
  const cursor = openCursor(text, tokens, problems);
  const body = parseStatements(cursor);
  const module: Module = { kind: "Module", start: 0, end: text.length, parent: null, body };
  return {
    module,
    problems: inOrder(problems),
    lineStarts: tokens.lineStarts,
    comments: tokens.comments,
  };
}

/** Sorted; where the tokenizer and the parser stumble over the same place, the first says it. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const sorted = problems.toSorted((a, b) => a.at - b.at);
  return sorted.filter(({ at, reason }, index) => {
    const before = sorted[index - 1];
    return before === undefined || before.at !== at || before.reason !== reason;
  });
}
