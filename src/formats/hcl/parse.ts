import { readExpression } from "./expressions.ts";
import { readPieces } from "./pieces.ts";
import { readQuoted, templateOf } from "./quoted.ts";
import { skipItem, startsTopLevelBlock } from "./recover.ts";
import {
  broken,
  codeAt,
  endOf,
  enter,
  lose,
  readName,
  scannerOf,
  skipBlank,
  skipLines,
  startOf,
  take,
  type Scanner,
} from "./scan.ts";
import {
  maxHclLength,
  type Attribute,
  type Block,
  type Body,
  type Expression,
  type HclFile,
} from "./tree.ts";
import type { Problem, Span } from "../../core/index.ts";

/**
 * Reads HCL in its native syntax, every node with its place. Total and linear: what cannot be read
 * costs the item that it stands in, and recursion is bounded.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export function parseHcl(text: string): HclFile {
  if (text.length > maxHclLength) {
    const message = `longer than ${maxHclLength} characters`;
    const body = { attributes: [], blocks: [], start: 0, end: 0 };
    return { body, comments: [], problems: [{ reason: "limit", message, at: 0 }] };
  }
  const s = scannerOf(text);
  const body = readBody(s, 0, false);
  return { body, comments: s.comments, problems: s.problems };
}

/** An expression that stands alone, such as the value of `-var`. */
export function parseHclExpression(text: string): {
  readonly value: Expression;
  readonly problems: readonly Problem[];
} {
  const s = scannerOf(text, { linesCount: false });
  const value = readExpression(s);
  skipBlank(s);
  if (s.at < s.end) lose(s, "something stands after the value");
  return { value: s.isLost ? broken(s, 0) : value, problems: s.problems };
}

/** Where a template stands that is part of another text. */
export interface TemplateBounds {
  readonly within?: Span;
  /** Stands for every span, where the text is not the file's own. */
  readonly fixed?: Span;
}

/** A template without quotes: a text of `.tf.json`, or the file of `templatefile`. */
export function parseHclTemplate(
  text: string,
  { within, fixed }: TemplateBounds = {},
): { readonly value: Expression; readonly problems: readonly Problem[] } {
  const { start, end } = within ?? { start: 0, end: text.length };
  const s = scannerOf(text, { at: start, end, ...(fixed === undefined ? {} : { fixed }) });
  const pieces = readPieces(s, false);
  const value = templateOf(s, pieces, { start: startOf(s, start), end: endOf(s, end) });
  return { value: s.isLost ? broken(s, start) : value, problems: s.problems };
}

function readBody(s: Scanner, start: number, isNested: boolean): Body {
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  for (;;) {
    skipLines(s);
    s.isLost = false;
    if (s.at >= s.end) {
      if (isNested) lose(s, "a block is not closed");
      break;
    }
    if (isNested && startsTopLevelBlock(s.text, s.at)) {
      lose(s, "a block is not closed before the next one");
      break;
    }
    const code = codeAt(s);
    if (code === 125) {
      s.at++;
      if (isNested) break;
      lose(s, "a brace closes nothing");
      continue;
    }
    if (code === 59 || code === 44) {
      // Not HCL, yet it separates nothing but items.
      s.at++;
      continue;
    }
    readItem(s, { attributes, blocks });
  }
  return { attributes, blocks, start: startOf(s, start), end: endOf(s) };
}

interface Items {
  readonly attributes: Attribute[];
  readonly blocks: Block[];
}

function readItem(s: Scanner, { attributes, blocks }: Items): void {
  const start = s.at;
  // `"name" = value` is old, and still found.
  const name = codeAt(s) === 34 ? readLabel(s) : readName(s);
  if (name === undefined) {
    lose(s, "a name is wanted here");
    skipItem(s);
    return;
  }
  const nameEnd = s.at;
  skipBlank(s);
  const code = codeAt(s);
  if (code === 61 && codeAt(s, 1) !== 61) {
    s.at++;
    skipBlank(s);
    const nameSpan = { start, end: nameEnd };
    attributes.push({ name, nameSpan, start, value: readAttributeValue(s, start), end: s.at });
    return;
  }
  const labels: string[] = [];
  let headEnd = nameEnd;
  while (!s.isLost && codeAt(s) !== 123) {
    const label = codeAt(s) === 34 ? readLabel(s) : readName(s);
    if (label === undefined) lose(s, "neither an attribute nor a block");
    else labels.push(label);
    headEnd = s.at;
    skipBlank(s);
  }
  if (s.isLost || !enter(s)) {
    s.at = nameEnd;
    skipItem(s);
    return;
  }
  s.at++;
  const { depth } = s;
  const body = readBody(s, s.at - 1, true);
  s.depth = depth - 1;
  blocks.push({ type: name, labels, head: { start, end: headEnd }, body, start, end: s.at });
}

function readAttributeValue(s: Scanner, start: number): Expression {
  const from = s.at;
  const { depth } = s;
  const value = readExpression(s);
  if (!s.isLost) {
    skipBlank(s);
    const code = codeAt(s);
    if (s.at >= s.end || code === 10 || code === 125 || code === 59) return value;
    if (take(s, ",")) return value;
    lose(s, "something stands after the value");
  }
  s.depth = depth;
  s.linesCount = true;
  s.at = start;
  skipItem(s);
  return { ...broken(s, from), end: Math.max(from, s.at) };
}

function readLabel(s: Scanner): string | undefined {
  const value = readQuoted(s);
  return value.kind === "literal" && typeof value.value === "string" ? value.value : undefined;
}
