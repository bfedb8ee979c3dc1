import type { Entry, MapNode, ScalarNode, TreeNode } from "../../../../formats/setting/tree.ts";
import { isNull, textOf, type Document, type Value } from "../../../value.ts";
import { maxValues, placeOf, plainOf, scalarAt, unknownAt, type Budget } from "../../trees.ts";
import { splitMarks } from "./marks.ts";
import type { Mark, Prepared, Region } from "./prepare.ts";

/** What a tree of a prepared template is filled from. */
export interface Filling {
  readonly document: Document;
  readonly prepared: Pick<Prepared, "marks" | "regions">;
  readonly budget: Budget;
}

/** Nothing to fill in: a manifest that is finished. */
export const unfilled: Filling["prepared"] = { marks: [], regions: [] };

/**
 * A tree with its marks filled in; what hangs on a condition is there or not. `from` is where what
 * holds the tree begins: a list begins at its first element, which may already hang on a condition.
 */
export function fillTree(filling: Filling, node: TreeNode, from = node.start): Value {
  const at = placeOf(filling.document, node);
  if (++filling.budget.values > maxValues)
    return unknownAt(at, `it stands past ${maxValues} values`);
  if (node.kind === "scalar") return fillScalar(filling, node);
  if (node.kind === "map") return fillMap(filling, node, from);
  const items: Value[] = [];
  let open: string | undefined;
  for (const item of node.items) {
    const mark = blockOf(filling, item);
    if (mark?.kind === "list") {
      items.push(...mark.items);
      open ??= mark.open;
    } else if (mark !== undefined) open ??= mark.kind === "unknown" ? mark.cause : openOf(mark);
    else
      items.push(conditional(filling, { inner: item.start, outer: from }, fillTree(filling, item)));
  }
  return { kind: "list", items, at, ...(open === undefined ? {} : { open }) };
}

/** What is written in the place of an element or entry that is a mark and nothing else. */
function blockOf({ prepared }: Filling, node: TreeNode): Value | undefined {
  if (node.kind !== "scalar") return undefined;
  const mark = markIn(prepared.marks, node.value);
  return mark?.isBlock === true ? mark.value : undefined;
}

function markIn(marks: readonly Mark[], text: string): Mark | undefined {
  const parts = splitMarks(text);
  const [only] = parts;
  return parts.length === 1 && typeof only === "number" ? marks[only] : undefined;
}

function openOf(value: Value): string | undefined {
  return isNull(value) || (value.kind === "scalar" && value.value === "")
    ? undefined
    : "Helm writes more";
}

function fillScalar({ document, prepared }: Filling, node: ScalarNode): Value {
  const at = placeOf(document, node);
  const parts = splitMarks(node.value);
  const [only] = parts;
  if (parts.length === 1 && typeof only === "number") {
    const value = prepared.marks[only]?.value ?? unknownAt(at, "Helm writes it");
    const isElsewhere = value.at.document !== document;
    if (node.isText && value.kind === "scalar")
      return scalarAt(isElsewhere ? value.at : at, textOf(value) ?? "");
    const isPlain = value.kind === "scalar" || value.kind === "unknown";
    return isPlain && !isElsewhere ? { ...value, at } : value;
  }
  if (parts.length > 1) return joined(parts, { prepared, at });
  const plain = plainOf(node);
  return typeof plain === "string" ? withHoles(plain, at) : scalarAt(at, plain);
}

function joined(
  parts: readonly (string | number)[],
  { prepared, at }: { readonly prepared: Filling["prepared"]; readonly at: Value["at"] },
): Value {
  const flat: (string | Value)[] = [];
  for (const part of parts) {
    const value = typeof part === "number" ? prepared.marks[part]?.value : part;
    if (value === undefined) continue;
    const text =
      typeof value === "string"
        ? value
        : value.kind === "scalar"
          ? (textOf(value) ?? "")
          : undefined;
    const last = flat.at(-1);
    if (text === undefined) {
      if (typeof value !== "string" && value.kind === "template") flat.push(...value.parts);
      else flat.push(value);
    } else if (typeof last === "string") flat[flat.length - 1] = last + text;
    else flat.push(text);
  }
  const [first = ""] = flat;
  if (flat.length <= 1 && typeof first === "string") return scalarAt(at, first);
  return { kind: "template", parts: flat.slice(0, 1_000), at };
}

/** `{{inputs.parameters.image}}` of Argo is given when it runs. */
function withHoles(text: string, at: Value["at"]): Value {
  if (!text.includes("{{")) return scalarAt(at, text);
  const parts: (string | Value)[] = [];
  let last = 0;
  for (const match of text.matchAll(/\{\{([^{}\n]{1,300})\}\}/g)) {
    if (match.index > last) parts.push(text.slice(last, match.index));
    parts.push(unknownAt(at, `{{${match[1]}}} is known only when it runs`));
    last = match.index + match[0].length;
  }
  if (parts.length === 0) return scalarAt(at, text);
  if (last < text.length) parts.push(text.slice(last));
  return { kind: "template", parts, at };
}

function fillMap(filling: Filling, node: MapNode, from: number): Value {
  const { document, prepared } = filling;
  const at = placeOf(document, node);
  const entries = new Map<string, Value>();
  let open: string | undefined;
  let blocks = 0;
  let lone: Value | undefined;
  for (const each of node.entries) {
    const mark = isEmpty(each.value) ? markIn(prepared.marks, each.key) : undefined;
    if (mark !== undefined) {
      blocks++;
      lone = mark.value;
      if (mark.value.kind === "map") {
        for (const [key, value] of mark.value.entries) entries.set(key, value);
        open ??= mark.value.open;
      } else open ??= mark.value.kind === "unknown" ? mark.value.cause : openOf(mark.value);
      continue;
    }
    const key = keyOf(filling, each);
    if (key === undefined) open ??= "Helm writes a key";
    else entries.set(key, fillEntry(filling, { from, each, before: entries.get(key) }));
  }
  // A block alone is the whole value, whatever that is.
  if (blocks === 1 && node.entries.length === 1 && lone !== undefined)
    return lone.kind === "unknown" ? { ...lone, at } : lone;
  return { kind: "map", entries, at, ...(open === undefined ? {} : { open }) };
}

function isEmpty(node: TreeNode): boolean {
  return node.kind === "scalar" && node.value === "" && !node.isText;
}

function keyOf({ prepared }: Filling, { key }: Entry): string | undefined {
  const parts = splitMarks(key);
  if (parts.length === 1 && typeof parts[0] === "string") return key;
  let text = "";
  for (const part of parts) {
    const piece = typeof part === "number" ? textOf(prepared.marks[part]?.value) : part;
    if (piece === undefined) return undefined;
    text += piece;
  }
  return text;
}

interface Filled {
  readonly from: number;
  readonly each: Entry;
  readonly before: Value | undefined;
}

/** A key that comes in both branches of a condition has one of two values. */
function fillEntry(filling: Filling, { from, each, before }: Filled): Value {
  const inner = each.keySpan.start;
  const own = fillTree(filling, each.value, inner);
  const value = conditional(filling, { inner, outer: from }, own);
  if (value.kind !== "choice" || value === own || before === undefined) return value;
  const [first = own] = value.options;
  const others = before.kind === "choice" ? before.options.filter((one) => !isNull(one)) : [before];
  return { ...value, options: [...others, first].slice(0, 32) };
}

/** A value that stands under a condition which what is around it does not stand under. */
function conditional(
  { prepared }: Filling,
  { inner, outer }: { readonly inner: number; readonly outer: number },
  value: Value,
): Value {
  const region = regionBetween(prepared.regions, outer, inner);
  if (region === undefined) return value;
  const { at } = value;
  return { kind: "choice", options: [value, scalarAt(at, null)], cause: region.cause, at };
}

/** Regions that are looked at for one node; deeper nesting is nobody's. */
const maxRegions = 500;

/** The region that holds the inner offset and not the outer one. Regions are sorted by their start. */
export function regionBetween(
  regions: readonly Region[],
  outer: number,
  inner: number,
): Region | undefined {
  let low = 0;
  let high = regions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (regions[middle]!.start <= inner) low = middle + 1;
    else high = middle;
  }
  for (let at = low - 1; at >= 0 && at >= low - maxRegions; at--) {
    const region = regions[at]!;
    if (region.start <= outer) return undefined;
    if (region.end > inner) return region;
  }
  return undefined;
}
