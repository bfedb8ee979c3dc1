import { createRequire } from "node:module";
import type * as Yaml from "yaml";
import type { Problem, Span } from "../../core/index.ts";
import {
  maxTreeDepth,
  maxTreeNodes,
  placeIn,
  type Entry,
  type MapNode,
  type ScalarNode,
  type TreeNode,
  type Trees,
} from "../setting/tree.ts";
import { placeInBlock } from "./block.ts";
import { findComments } from "./comments.ts";

/** Longer files are left to their owners: the parser reads some 300 KB a second. */
export const maxYamlLength = 400_000;
/** Files of many documents, such as rendered charts, are read document by document up to this. */
const maxManyLength = 1_000_000;

let loaded: typeof Yaml | undefined;

/** The parser costs 50 ms to load, so a run without YAML goes without it. */
function yaml(): typeof Yaml {
  loaded ??= createRequire(import.meta.url)("yaml") as typeof Yaml;
  return loaded;
}

interface Reading {
  readonly text: string;
  /** Where in `text` the documents begin that are being read. */
  offset: number;
  readonly anchors: Map<string, Yaml.Node>;
  readonly problems: Problem[];
  /** Ranges of scalars, in which a `#` is no comment. */
  readonly scalars: Span[];
  readonly tags: string[];
  nodes: number;
}

/**
 * Reads YAML with positions: all documents, merge keys and aliases followed. What aliases unfold to
 * is counted node by node, so that a bomb stops at the limit. Total.
 */
export function parseYaml(text: string): Trees {
  const reading: Reading = {
    text,
    offset: 0,
    anchors: new Map(),
    problems: [],
    scalars: [],
    tags: [],
    nodes: 0,
  };
  const roots: TreeNode[] = [];
  for (const part of partsOf(text)) {
    const length = part.end - part.start;
    if (length <= maxYamlLength) roots.push(...readPart(reading, part));
    else {
      const message = `longer than ${maxYamlLength} characters`;
      reading.problems.push({ reason: "limit", message, at: part.start });
    }
  }
  const { problems, scalars, tags } = reading;
  return { roots, comments: findComments(text, scalars), problems, tags };
}

/** Pieces of whole documents, each as long as the parser takes it where that can be. */
function partsOf(text: string): readonly Span[] {
  if (text.length <= maxYamlLength || text.length > maxManyLength)
    return [{ start: 0, end: text.length }];
  const parts: Span[] = [];
  let start = 0;
  let last = 0;
  for (const { index } of text.matchAll(/^---(?=\s)/gm)) {
    if (index - start > maxYamlLength && last > start) {
      parts.push({ start, end: last });
      start = last;
    }
    last = index;
  }
  if (text.length - start > maxYamlLength && last > start) {
    parts.push({ start, end: last });
    start = last;
  }
  return [...parts, { start, end: text.length }];
}

function readPart(reading: Reading, { start, end }: Span): readonly TreeNode[] {
  const roots: TreeNode[] = [];
  reading.offset = start;
  try {
    const documents = yaml().parseAllDocuments(reading.text.slice(start, end), {
      uniqueKeys: false,
      strict: false,
      prettyErrors: false,
      logLevel: "silent",
    });
    for (const document of documents) {
      const error = document.errors[0];
      if (error !== undefined && reading.problems.length < 5) {
        reading.problems.push({
          reason: "syntax-error",
          message: firstLine(error.message),
          at: start + error.pos[0],
        });
      }
      reading.anchors.clear();
      const root = readNode(reading, document.contents, 0);
      if (root !== undefined) roots.push(root);
    }
  } catch (error) {
    // The stack of the parser may overflow on nesting that nobody writes.
    const message = error instanceof RangeError ? "nested too deeply" : "not readable as YAML";
    reading.problems.push({ reason: "limit", message, at: start });
  }
  return roots;
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0]!.slice(0, 200);
}

function readNode(reading: Reading, node: unknown, depth: number): TreeNode | undefined {
  if (depth > maxTreeDepth || reading.nodes >= maxTreeNodes) {
    const message =
      depth > maxTreeDepth
        ? `nested deeper than ${maxTreeDepth}`
        : `more than ${maxTreeNodes} nodes`;
    const at = reading.problems.some((problem) => problem.reason === "limit");
    if (!at) reading.problems.push({ reason: "limit", message, at: 0 });
    return undefined;
  }
  reading.nodes++;
  const tag = rememberTag(reading, node);
  const read = readKind(reading, node, depth);
  return tag === undefined || read === undefined ? read : { ...read, tag };
}

function readKind(reading: Reading, node: unknown, depth: number): TreeNode | undefined {
  const { isAlias, isMap, isScalar, isSeq } = yaml();
  if (isAlias(node)) {
    const target = reading.anchors.get(node.source);
    return target === undefined ? undefined : readNode(reading, target, depth + 1);
  }
  if (isScalar(node)) return readScalar(reading, node);
  if (isSeq(node)) {
    remember(reading, node);
    const items = node.items.flatMap((item) => readNode(reading, item, depth + 1) ?? []);
    return { kind: "list", items, ...spanOf(reading, node) };
  }
  if (isMap(node)) return readMap(reading, node, depth);
  return undefined;
}

/** The types that YAML itself has, whether they are written or not. */
const usualTag =
  /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq|set|omap|pairs|binary|timestamp|merge)$/;
const maxTags = 10_000;

function rememberTag({ tags }: Reading, node: unknown): string | undefined {
  const tag = (node as { readonly tag?: unknown } | null | undefined)?.tag;
  if (typeof tag !== "string" || usualTag.test(tag)) return undefined;
  if (tags.length < maxTags) tags.push(tag);
  return tag;
}

function remember(reading: Reading, node: Yaml.Scalar | Yaml.YAMLSeq | Yaml.YAMLMap): void {
  if (node.anchor !== undefined) reading.anchors.set(node.anchor, node);
}

function spanOf({ offset }: Reading, node: Yaml.Node): Span {
  return { start: offset + (node.range?.[0] ?? 0), end: offset + (node.range?.[1] ?? 0) };
}

function readScalar(reading: Reading, node: Yaml.Scalar): ScalarNode {
  remember(reading, node);
  const { text } = reading;
  const span = spanOf(reading, node);
  reading.scalars.push(span);
  const isText = node.type !== "PLAIN";
  const value =
    isText || typeof node.value === "string"
      ? String((node.value as string | number | boolean | null) ?? "")
      : text.slice(span.start, span.end);
  const place =
    node.type === "BLOCK_LITERAL" ? placeInBlock(text, span, value) : placeIn(text, span, value);
  return { kind: "scalar", value, isText, place, ...span };
}

function readMap(reading: Reading, node: Yaml.YAMLMap, depth: number): MapNode {
  const { isScalar } = yaml();
  remember(reading, node);
  const entries: Entry[] = [];
  for (const pair of node.items) {
    const key = readNode(reading, pair.key, depth + 1);
    const value = readNode(reading, pair.value, depth + 1);
    if (key?.kind !== "scalar") continue;
    const keySpan = { start: key.start, end: key.end };
    if (key.value === "<<" && isScalar(pair.key) && pair.key.type === "PLAIN")
      merge(entries, value);
    else if (value !== undefined) entries.push({ key: key.value, keySpan, value });
    else if (pair.value === null)
      entries.push({ key: key.value, keySpan, value: emptyAt(keySpan.end) });
  }
  return { kind: "map", entries, ...spanOf(reading, node) };
}

/** What is merged in counts only where the map itself does not say otherwise; so it comes first. */
function merge(entries: Entry[], from: TreeNode | undefined): void {
  const sources =
    from?.kind === "list" ? from.items.toReversed() : from === undefined ? [] : [from];
  const merged = sources.flatMap((source) => (source.kind === "map" ? source.entries : []));
  entries.unshift(...merged.slice(0, 10_000));
}

function emptyAt(at: number): ScalarNode {
  const span = { start: at, end: at };
  return { kind: "scalar", value: "", isText: false, place: () => span, ...span };
}
