import type { Span } from "../../core/index.ts";
import { parseJson } from "../json/parse.ts";
import { itemsOf, type Entry, type TreeNode } from "../setting/tree.ts";
import { parseHclExpression, parseHclTemplate } from "./parse.ts";
import type { Attribute, Block, Body, Expression, HclFile } from "./tree.ts";

/** How many labels a block has, by its type; what is not here is an attribute. */
export type BlockLabels = ReadonlyMap<string, number>;

/**
 * Reads HCL's JSON syntax (`.tf.json`). It does not tell blocks from attributes: those of `labels` are
 * blocks at the top, `dynamic` is one within; everything else is an attribute.
 * https://github.com/hashicorp/hcl/blob/main/json/spec.md
 */
export function parseHclJson(text: string, labels: BlockLabels): HclFile {
  const { roots, comments, problems } = parseJson(text);
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  const root = roots[0];
  for (const entry of root?.kind === "map" ? root.entries : []) {
    const count = labels.get(entry.key);
    if (count === undefined) {
      if (!entry.key.startsWith("//")) attributes.push(readAttribute(text, entry));
    } else addBlocks(text, { type: entry.key, count, node: entry.value, found: [] }, blocks);
  }
  const span = { start: root?.start ?? 0, end: root?.end ?? 0 };
  return { body: { attributes, blocks, ...span }, comments, problems };
}

interface Labelled {
  readonly type: string;
  /** Labels that are still to come. */
  readonly count: number;
  readonly node: TreeNode;
  readonly found: readonly { readonly key: string; readonly keySpan: Span }[];
}

function addBlocks(text: string, labelled: Labelled, blocks: Block[]): void {
  const { type, count, node, found } = labelled;
  if (node.kind === "list") {
    for (const item of node.items)
      if (item.kind === "map") addBlocks(text, { ...labelled, node: item }, blocks);
  } else if (node.kind === "map" && count > 0) {
    for (const { key, keySpan, value } of node.entries)
      if (!key.startsWith("//"))
        addBlocks(
          text,
          { type, count: count - 1, node: value, found: [...found, { key, keySpan }] },
          blocks,
        );
  } else if (node.kind === "map") {
    const head = found.at(-1)?.keySpan ?? { start: node.start, end: node.start };
    const body = readBody(text, node);
    blocks.push({
      type,
      labels: found.map(({ key }) => key),
      head,
      body,
      start: head.start,
      end: node.end,
    });
  }
}

function readBody(text: string, node: TreeNode): Body {
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  for (const entry of node.kind === "map" ? node.entries : []) {
    if (entry.key.startsWith("//")) continue;
    if (entry.key === "dynamic")
      addBlocks(text, { type: "dynamic", count: 1, node: entry.value, found: [] }, blocks);
    else if (entry.key === "content" && entry.value.kind !== "scalar")
      addBlocks(text, { type: "content", count: 0, node: entry.value, found: [] }, blocks);
    else attributes.push(readAttribute(text, entry));
  }
  return { attributes, blocks, start: node.start, end: node.end };
}

function readAttribute(text: string, { key, keySpan, value }: Entry): Attribute {
  const span = { start: keySpan.start, end: value.end };
  // The type of a variable is an expression in quotes.
  const read = key === "type" && value.kind === "scalar" ? readType(value) : undefined;
  return { name: key, nameSpan: keySpan, value: read ?? jsonExpression(text, value), ...span };
}

function readType(node: TreeNode): Expression | undefined {
  if (node.kind !== "scalar" || !/^[a-z]+\s*(?:\(|$)/.test(node.value)) return undefined;
  const { value, problems } = parseHclExpression(node.value);
  if (problems.length > 0 || (value.kind !== "call" && value.kind !== "name")) return undefined;
  // A word may be a plain text all the same: only types are taken for types.
  if (value.kind === "name" && !/^(?:string|number|bool|any|list|map|set)$/.test(value.name))
    return undefined;
  return { ...value, start: node.start, end: node.end };
}

/** A value of JSON as an expression: texts are templates. */
export function jsonExpression(text: string, node: TreeNode): Expression {
  const span = { start: node.start, end: node.end };
  if (node.kind === "list")
    return {
      kind: "tuple",
      items: itemsOf(node).map((item) => jsonExpression(text, item)),
      ...span,
    };
  if (node.kind === "map") {
    const entries = node.entries
      .filter(({ key }) => !key.startsWith("//"))
      .map(({ key, keySpan, value }) => ({
        key: templateAt(text, { value: key, ...keySpan }),
        value: jsonExpression(text, value),
      }));
    return { kind: "object", entries, ...span };
  }
  if (node.isText) return templateAt(text, { value: node.value, ...span });
  const { value } = node;
  if (value === "null") return { kind: "literal", value: null, ...span };
  if (value === "true" || value === "false")
    return { kind: "literal", value: value === "true", ...span };
  return { kind: "literal", value: Number.isNaN(Number(value)) ? value : Number(value), ...span };
}

function templateAt(text: string, node: Span & { readonly value: string }): Expression {
  const { value, start, end } = node;
  if (!value.includes("${") && !value.includes("%{")) return { kind: "literal", value, start, end };
  const isPlain = text.slice(start + 1, end - 1) === value;
  const parsed = isPlain
    ? parseHclTemplate(text, { within: { start: start + 1, end: end - 1 } })
    : parseHclTemplate(value, { fixed: { start, end } });
  return { ...parsed.value, start, end };
}
