import { indexLines, type Problem, type Span } from "../../core/index.ts";
import type { Module, Statement } from "../python/nodes.ts";
import { readWithBabel, type Dialect } from "./babel.ts";
import { openFrame, type Lowering } from "./lowering.ts";
import { spanOf } from "./make.ts";
import { isMinified } from "./minified.ts";
import { lowerBlock } from "./statements.ts";
import type { BabelFile } from "./types.ts";

/** Longer texts are not parsed. The engine reads no file of more than 8 MiB. */
const maxLength = 4_000_000;

/** What was read of a JavaScript or TypeScript text, in the tree that Python is read into too. */
export interface ParsedJavaScript {
  readonly module: Module;
  readonly problems: readonly Problem[];
  readonly lineStarts: readonly number[];
  readonly comments: readonly Span[];
}

/**
 * Parses JavaScript or TypeScript, with JSX, as modules or CommonJS, and lowers it to the syntax
 * tree of `formats/python/nodes.ts`, so that names, scopes, constants, checks and data flow work on
 * both. Total: it never throws. A statement that cannot be read is left out, with a problem that
 * says so, and the rest is read; a text that is nested too deep is not read at all. Minified texts
 * are not parsed either: what is found in them is nobody's to mend, and their coverage says so.
 */
export function parseJavaScript(text: string, dialect: Dialect): ParsedJavaScript {
  const { starts: lineStarts } = indexLines(text);
  const left = (problems: readonly Problem[]): ParsedJavaScript => {
    const module: Module = { kind: "Module", start: 0, end: text.length, parent: null, body: [] };
    return { module, problems, lineStarts, comments: [] };
  };
  if (text.length > maxLength)
    return left([{ reason: "limit", message: `longer than ${maxLength} characters`, at: 0 }]);
  if (isMinified(text)) {
    const message = "minified: searched as text, not parsed";
    return left([{ reason: "limit", message, at: 0 }]);
  }
  const { file, problems } = readWithBabel(text, dialect);
  if (file === undefined) return left(problems);
  const lowered = lower(text, file);
  return {
    module: { kind: "Module", start: 0, end: text.length, parent: null, body: lowered.body },
    problems: [...problems, ...lowered.problems],
    lineStarts,
    comments: (file.comments ?? []).map(spanOf),
  };
}

function lower(
  source: string,
  file: BabelFile,
): { readonly body: readonly Statement[]; readonly problems: readonly Problem[] } {
  const l: Lowering = {
    source,
    problems: [],
    packages: new Set(),
    before: [],
    frame: openFrame(true),
    isInSwitch: false,
    depth: 0,
  };
  try {
    return { body: lowerBlock(l, file.program), problems: l.problems };
  } catch (error) {
    // The limits above keep from it; a smaller stack than ours may not.
    if (!(error instanceof RangeError)) throw error;
    const message = "nested too deep to be read";
    return { body: [], problems: [...l.problems, { reason: "limit", message, at: 0 }] };
  }
}
