import type { Block, Expression } from "../../../formats/hcl/tree.ts";
import type { Document, Place, Value } from "../../value.ts";
import { typeOfNested, type NestedBlock } from "./config.ts";
import { evaluate, placeOf } from "./evaluate.ts";
import { roundsOf, type Round } from "./loops.ts";
import { settle } from "./settle.ts";
import type { Frame } from "./types.ts";
import {
  causeOf,
  choice,
  isKnown,
  list,
  map,
  maxOptions,
  scalar,
  sizeOf,
  unknown,
  type BlockMap,
} from "./values.ts";
import { limits, spend, tooMuch } from "./work.ts";

/** The value of an attribute, its parts placed within its own expression. */
export function attributeValue(expression: Expression, frame: Frame): Value {
  const value = evaluate(expression, frame);
  return settle(value, placeOf(expression, frame), frame.scope.work);
}

/** Elements of one type of block, for one way in which conditions may turn out. */
interface Alternative {
  readonly items: readonly Value[];
  readonly open?: string;
}

interface Blocks {
  alternatives: readonly Alternative[];
  cause: string;
  at: Place;
}

/** What nested blocks come to: for each type a list of maps. */
export function nestedBlocks(
  blocks: readonly NestedBlock[],
  frame: Frame,
): ReadonlyMap<string, Value> {
  const byType = new Map<string, Blocks>();
  for (const nested of blocks) {
    const { block, document } = nested;
    const type = typeOfNested(block);
    const at = { document, start: block.head.start, end: block.head.end };
    const before = byType.get(type) ?? { alternatives: [{ items: [] }], cause: "", at };
    const inner = { ...frame, document };
    const added = block.type === "dynamic" ? dynamicBlocks(block, inner) : undefined;
    const alternatives = added?.alternatives ?? [{ items: [blockValue(block, inner)] }];
    byType.set(type, {
      alternatives: combine(before.alternatives, alternatives),
      cause: before.cause === "" ? (added?.cause ?? "") : before.cause,
      at: before.at,
    });
  }
  const made = new Map<string, Value>();
  for (const [type, { alternatives, cause, at }] of byType)
    made.set(
      type,
      choice(
        alternatives.map(({ items, open }) => list(items, at, open)),
        cause,
        at,
      ),
    );
  return made;
}

function combine(
  before: readonly Alternative[],
  added: readonly Alternative[],
): readonly Alternative[] {
  const all = before.flatMap((first) =>
    added.map((second) => ({
      items: [...first.items, ...second.items],
      open: first.open ?? second.open,
    })),
  );
  if (all.length <= maxOptions) return all;
  // Too many ways: whatever there may be, and perhaps more.
  const most = all.toSorted((a, b) => b.items.length - a.items.length)[0]!;
  return [{ items: most.items, open: most.open ?? "it depends on too many conditions" }];
}

/** A block as a map. Its labels are kept as `type` of a provisioner is. */
function blockValue({ body, labels, head }: Block, frame: Frame): Value {
  const entries = new Map<string, Value>();
  const at = { document: frame.document, start: head.start, end: head.end };
  if (labels[0] !== undefined) entries.set("type", scalar(labels[0], at));
  for (const { name, value } of body.attributes) entries.set(name, attributeValue(value, frame));
  const nested = body.blocks.map((block) => ({ block, document: frame.document }));
  for (const [type, value] of nestedBlocks(nested, frame)) entries.set(type, value);
  return blockMap(entries, at);
}

/** The map of a block: what it does not say may be computed. */
export function blockMap(entries: ReadonlyMap<string, Value>, at: Place): Value {
  const made = map(entries, at);
  if (made.kind !== "map") return made;
  const block: BlockMap = { ...made, isBlock: true };
  return block;
}

interface Dynamic {
  readonly alternatives: readonly Alternative[];
  readonly cause: string;
}

function attributeOf(block: Block, name: string): Expression | undefined {
  return block.body.attributes.find((each) => each.name === name)?.value;
}

/** https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks */
function dynamicBlocks(block: Block, frame: Frame): Dynamic {
  const over = attributeOf(block, "for_each");
  const content = block.body.blocks.find(({ type }) => type === "content");
  if (over === undefined || content === undefined)
    return { alternatives: [{ items: [], open: "a dynamic block could not be read" }], cause: "" };
  const named = attributeOf(block, "iterator");
  const iterator = named?.kind === "name" ? named.name : typeOfNested(block);
  const value = evaluate(over, frame);
  const making: Making = {
    frame,
    iterator,
    // What the block names is its head, not the word "content".
    content: { ...content, head: block.head },
    at: placeOf(over, frame),
  };
  const options = value.kind === "choice" ? value.options : [value];
  return {
    alternatives: options.map((option) => dynamicItems(option, making)),
    cause: causeOf(value),
  };
}

interface Making {
  readonly frame: Frame;
  readonly iterator: string;
  readonly content: Block;
  readonly at: Place;
}

function dynamicItems(over: Value, making: Making): Alternative {
  const { frame, at } = making;
  const found = roundsOf(over, at);
  if (found === undefined) {
    // A single object or text where a list is wanted is wrong: it makes no blocks.
    if (isKnown(over)) return { items: [] };
    const cause = causeOf(over);
    const value = unknown(cause, at);
    return { items: [dynamicItem({ key: value, item: value }, making)], open: cause };
  }
  if (found.rounds.length > limits.size || !spend(frame.scope.work, found.rounds.length))
    return { items: [], open: causeOf(tooMuch(at)) };
  const items: Value[] = [];
  let size = 0;
  for (const round of found.rounds) {
    const item = dynamicItem(round, making);
    items.push(item);
    size += sizeOf(item);
    if (size > limits.size)
      return { items, open: `its blocks are made of more than ${limits.size} values` };
  }
  if (found.open !== undefined && items.length === 0) {
    const value = unknown(found.open, at);
    items.push(dynamicItem({ key: value, item: value }, making));
  }
  return { items, open: found.open };
}

function dynamicItem({ key, item }: Round, { frame, iterator, content, at }: Making): Value {
  const value = map(
    new Map([
      ["key", key],
      ["value", item],
    ]),
    at,
  );
  return blockValue(content, {
    ...frame,
    bindings: { name: iterator, value, next: frame.bindings },
  });
}

/** The words of traversals, where they are no values: `ignore_changes = [tags]`. */
export function writtenWords(expression: Expression, document: Document): Value {
  const at = { document, start: expression.start, end: expression.end };
  if (expression.kind === "literal") return scalar(expression.value, at);
  if (expression.kind !== "tuple") return scalar(document.text.slice(at.start, at.end), at);
  return list(
    expression.items.map((item) => writtenWords(item, document)),
    at,
  );
}
