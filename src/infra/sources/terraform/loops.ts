import type { Expression, For, Repeat } from "../../../formats/hcl/tree.ts";
import type { Place, Value } from "../../value.ts";
import { truthOf } from "./operators.ts";
import type { Bindings, Frame } from "./types.ts";
import {
  causeOf,
  choice,
  isFailure,
  isKnown,
  isSet,
  list,
  map,
  scalar,
  textFor,
  textOfParts,
  unknown,
} from "./values.ts";
import { fail, limits, spend, tooMuch } from "./work.ts";

/** Where a loop is evaluated, and by whom. */
export interface Loop {
  readonly frame: Frame;
  readonly at: Place;
  readonly evaluate: (expression: Expression, frame: Frame) => Value;
}

/** One round of a loop. */
export interface Round {
  readonly key: Value;
  readonly item: Value;
}

/** The rounds that a collection makes; undefined where it is none, or not known. */
export function roundsOf(
  over: Value,
  at: Place,
): { readonly rounds: readonly Round[]; readonly open?: string } | undefined {
  if (over.kind === "list") {
    const rounds = over.items.map((item, index) => ({
      key: isSet(over) ? item : scalar(index, at),
      item,
    }));
    return { rounds, open: over.open };
  }
  if (over.kind === "map") {
    const names = [...over.entries.keys()].sort();
    const rounds = names.map((name) => ({ key: scalar(name, at), item: over.entries.get(name)! }));
    return { rounds, open: over.open };
  }
  return undefined;
}

/** A frame in which the names of a loop are bound. */
function bind(
  frame: Frame,
  { keyName, itemName }: { readonly keyName?: string; readonly itemName: string },
  { key, item }: Round,
): Frame {
  let bindings: Bindings = { name: itemName, value: item, next: frame.bindings };
  if (keyName !== undefined) bindings = { name: keyName, value: key, next: bindings };
  return { ...frame, bindings };
}

/** `[for …]` and `{for …}`. */
export function evaluateFor(expression: For, loop: Loop): Value {
  return evaluateOver(expression, loop.evaluate(expression.over, loop.frame), loop);
}

function evaluateOver(expression: For, over: Value, loop: Loop): Value {
  const { at } = loop;
  const { work } = loop.frame.scope;
  if (isFailure(over)) return over;
  if (over.kind === "choice") {
    const options = over.options.map((option) => evaluateOver(expression, option, loop));
    return choice(options, over.cause, at);
  }
  const found = roundsOf(over, at);
  if (found === undefined && isKnown(over)) return fail(work, "a for goes over no collection", at);
  const rounds = found?.rounds ?? [];
  if (rounds.length > limits.size || !spend(work, rounds.length)) return tooMuch(at);
  const made: Made = {
    items: [],
    entries: new Map(),
    groups: new Map(),
    open: found === undefined ? causeOf(over) : found.open,
  };
  for (const round of rounds) {
    evaluateRound(expression, { ...loop, frame: bind(loop.frame, expression, round) }, made);
    if (work.steps > work.most.steps) return tooMuch(at);
  }
  if (expression.key === undefined) return list(made.items, at, made.open);
  for (const [key, values] of made.groups) made.entries.set(key, list(values, at));
  return map(made.entries, at, made.open);
}

interface Made {
  readonly items: Value[];
  readonly entries: Map<string, Value>;
  readonly groups: Map<string, Value[]>;
  open: string | undefined;
}

function evaluateRound(expression: For, { frame, at, evaluate }: Loop, made: Made): void {
  let doubt: string | undefined;
  if (expression.test !== undefined) {
    const test = evaluate(expression.test, frame);
    const truth = truthOf(test);
    if (truth === false) return;
    if (truth === undefined) doubt = causeOf(test);
  }
  if (expression.key === undefined) {
    const value = evaluate(expression.value, frame);
    made.items.push(doubt === undefined ? value : choice([value, scalar(null, at)], doubt, at));
    return;
  }
  const key = evaluate(expression.key, frame);
  const name = textFor(key);
  const value = evaluate(expression.value, frame);
  if (name === undefined || doubt !== undefined) made.open ??= doubt ?? causeOf(key);
  if (name === undefined) return;
  if (expression.isGrouped) {
    const group = made.groups.get(name);
    if (group === undefined) made.groups.set(name, [value]);
    else group.push(value);
  } else
    made.entries.set(
      name,
      doubt === undefined ? value : choice([value, scalar(null, at)], doubt, at),
    );
}

/** `%{ for }` of a template. */
export function evaluateRepeat(expression: Repeat, loop: Loop): Value {
  const { frame, at, evaluate } = loop;
  const { work } = frame.scope;
  const over = evaluate(expression.over, frame);
  const found = roundsOf(over, at);
  if (found === undefined && isKnown(over)) return fail(work, "a for goes over no collection", at);
  if (found === undefined || found.open !== undefined)
    return unknown(found?.open ?? causeOf(over), at);
  if (!spend(work, found.rounds.length)) return tooMuch(at);
  const names = { keyName: expression.key, itemName: expression.item };
  const parts: Value[] = [];
  let size = 0;
  for (const round of found.rounds) {
    const part = evaluate(expression.body, bind(frame, names, round));
    if (isFailure(part)) return part;
    size += textFor(part)?.length ?? 0;
    if (size > limits.text || work.steps > work.most.steps) return tooMuch(at);
    parts.push(part);
  }
  return textOfParts(parts, at);
}
