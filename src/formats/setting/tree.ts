import type { Problem, Span } from "../../core/index.ts";

interface Node extends Span {
  /** What YAML calls a value of its own (`!Ref`); never one of the usual types. */
  readonly tag?: string;
}

/** A plain value of a structured file. */
export interface ScalarNode extends Node {
  readonly kind: "scalar";
  /** As written, quotes removed and escapes read. */
  readonly value: string;
  /** True where quotes or a block say that it is text and nothing else. */
  readonly isText: boolean;
  /** Where a part of `value` stands in the file. */
  readonly place: (start: number, end: number) => Span;
}

/** A list with its elements. */
export interface ListNode extends Node {
  readonly kind: "list";
  readonly items: readonly TreeNode[];
}

/** One key of a map with its value. */
export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: TreeNode;
}

/** A map with its entries, in the order of the file; a key may come twice. */
export interface MapNode extends Node {
  readonly kind: "map";
  readonly entries: readonly Entry[];
}

/** What YAML, JSON and TOML have in common. */
export type TreeNode = ScalarNode | ListNode | MapNode;

/** A structured file as trees: one for each document. */
export interface Trees {
  readonly roots: readonly TreeNode[];
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
  /** What YAML calls values of its own (`!!python/name:os.system`), resolved; not the usual types. */
  readonly tags?: readonly string[];
}

/** Deepest nesting that readers of structured files follow. */
export const maxTreeDepth = 100;
/** Nodes of one file that are kept, aliases counted as often as they are used. */
export const maxTreeNodes = 100_000;

/** The value of a key; the last one counts, as most readers have it. */
export function entry(node: TreeNode | undefined, key: string): TreeNode | undefined {
  if (node?.kind !== "map") return undefined;
  return node.entries.findLast((candidate) => candidate.key === key)?.value;
}

/** The entries of a map; none of anything else. */
export function entriesOf(node: TreeNode | undefined): readonly Entry[] {
  return node?.kind === "map" ? node.entries : [];
}

/** The elements of a list; none of anything else. */
export function itemsOf(node: TreeNode | undefined): readonly TreeNode[] {
  return node?.kind === "list" ? node.items : [];
}

/** A scalar, or undefined. */
export function scalar(node: TreeNode | undefined): ScalarNode | undefined {
  return node?.kind === "scalar" ? node : undefined;
}

/**
 * Finds parts of a value in the source that it was read from. Escapes and indentation only ever make
 * the source longer, so a part stands at, or after, its offset in the value.
 */
export function placeIn(
  source: string,
  span: Span,
  value: string,
): (start: number, end: number) => Span {
  const quote = source[span.start] === '"' || source[span.start] === "'" ? 1 : 0;
  const isPlain =
    span.end - span.start === value.length + 2 * quote &&
    source.startsWith(value, span.start + quote);
  return (start, end) => {
    if (isPlain) return { start: span.start + quote + start, end: span.start + quote + end };
    if (end > start && end - start < 500) {
      const from = span.start + start;
      const found = source
        .slice(from, Math.min(span.end, from + 2_000))
        .indexOf(value.slice(start, end));
      if (found >= 0) return { start: from + found, end: from + found + end - start };
    }
    return { start: span.start, end: span.end };
  };
}
