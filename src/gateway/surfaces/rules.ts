import { camel, isObject, type JsonObject } from "./values.ts";
import {
  childOf,
  deepest,
  emit,
  emitKey,
  type Place,
  type Rule,
  type Scope,
  valueAt,
  type Walk,
} from "./walk.ts";

/** Deeper than any request of a real client; also what keeps recursion short. */
const deepestTable = 48;

/** Every text of a part that nobody has described: a new field of a provider's never passes unread. */
export const unknown: Rule = (place, scope, walk) => {
  descend(place, (found) => emit(found, scope, walk), { scope, walk });
};

/** What an identifier, a date, an enumeration's value looks like. */
const plainText = /^[\w.:/+=-]{0,200}$/u;

/** Identifiers and enumerations, which the model is not shown. What does not look like one is a text. */
export const plain: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (typeof value === "string" && plainText.test(value)) return;
  descend(
    place,
    (found) => {
      if (!plainText.test(valueAt(found) as string)) emit(found, scope, walk);
    },
    { scope, walk },
  );
};

/** Goes to every string of a value in its order, without recursion: a body may nest a million levels deep. */
function descend(
  place: Place,
  take: (found: Place) => void,
  given: { readonly scope: Scope; readonly walk: Walk },
): void {
  const { scope, walk } = given;
  const pending = [place];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (walk.leaves.length > walk.mostLeaves) return;
    const value = valueAt(next);
    if (typeof value === "string") take(next);
    if (typeof value !== "object" || value === null) continue;
    if (next.depth === deepest) walk.problems.push(`nested more than ${deepest} levels deep`);
    const from = pending.length;
    if (Array.isArray(value))
      for (let index = value.length - 1; index >= 0; index--) {
        // Numbers, of which vectors have thousands, need no place.
        if (typeof value[index] !== "number") pending.push(childOf(next, index));
      }
    else {
      for (const key of Object.keys(value)) {
        const child = childOf(next, key);
        emitKey(child, scope, walk);
        pending.push(child);
      }
      reverseFrom(pending, from);
    }
  }
}

function reverseFrom(places: Place[], from: number): void {
  for (let low = from, high = places.length - 1; low < high; low++, high--) {
    const kept = places[low] as Place;
    places[low] = places[high] as Place;
    places[high] = kept;
  }
}

/** Prose; anything else that stands there is walked. */
export const text: Rule = (place, scope, walk) => {
  if (typeof valueAt(place) === "string") emit(place, scope, walk);
  else unknown(place, scope, walk);
};

/** The text where it looks like an identifier, for what the gateway itself writes. */
export function plainOr(value: unknown, otherwise: string): string {
  return typeof value === "string" && plainText.test(value) ? value : otherwise;
}

/** Signatures, encrypted reasoning, random padding, keys that are meant for the provider: no text of the exchange. */
export const opaque: Rule = () => {};

/** True for what a rule has nothing to say of. */
function isPassedBy(rule: Rule, member: unknown): boolean {
  if (rule === opaque) return true;
  if (typeof member === "string") return rule === plain && plainText.test(member);
  return typeof member !== "object" || member === null;
}

export interface FieldsGiven {
  /** Names may be written in camel case or with underscores. */
  readonly isCamel?: boolean;
  /** Names that only look like known ones are names of their own. */
  readonly isLoose?: boolean;
  /** What else an event says here is said at once, not a text that grows from event to event. */
  readonly isRestWhole?: boolean;
}

/** An object whose members are known; those that are not are walked. Arrays are read element by element. */
export function fields(table: Readonly<Record<string, Rule>>, given: FieldsGiven = {}): Rule {
  const rules = new Map(Object.entries(table));
  const fold = given.isCamel === true ? foldCamel : foldCase;
  const folded = new Set(given.isLoose === true ? [] : [...rules.keys()].map(fold));
  const read: Rule = (place, scope, walk) => {
    const value = valueAt(place);
    if (typeof value === "string") emit(place, scope, walk);
    if (typeof value !== "object" || value === null) return;
    if (place.depth > deepestTable) return unknown(place, scope, walk);
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) read(childOf(place, index), scope, walk);
      return;
    }
    for (const key of Object.keys(value)) {
      const rule = rules.get(given.isCamel === true ? camel(key) : key);
      if (rule !== undefined) {
        // Most members are numbers and identifiers, for which no place has to be made.
        if (!isPassedBy(rule, (value as JsonObject)[key])) rule(childOf(place, key), scope, walk);
        continue;
      }
      const child = childOf(place, key);
      if (folded.has(fold(key)))
        walk.problems.push(`${JSON.stringify(key)} could be read for another member's name`);
      const inScope = given.isRestWhole === true ? { ...scope, isWhole: true } : scope;
      emitKey(child, inScope, walk);
      unknown(child, inScope, walk);
    }
  };
  return read;
}

/** Servers in Go take "Messages", and "meſſages", for "messages": what only looks like a known name is refused. */
function foldCase(key: string): string {
  return key.toUpperCase().toLowerCase();
}

function foldCamel(key: string): string {
  return foldCase(key).replaceAll("_", "");
}

/** Applies a rule in a scope that the object itself tells. */
export function scoped(
  scopeOf: (
    object: JsonObject,
    scope: Scope,
    at: { readonly place: Place; readonly walk: Walk },
  ) => Scope,
  rule: Rule,
): Rule {
  const read: Rule = (place, scope, walk) => {
    const value = valueAt(place);
    if (Array.isArray(value) && place.depth <= deepestTable) {
      for (let index = 0; index < value.length; index++) read(childOf(place, index), scope, walk);
      return;
    }
    rule(place, isObject(value) ? scopeOf(value, scope, { place, walk }) : scope, walk);
  };
  return read;
}

/** Applies a rule in a scope that is changed in the same way each time. */
export function as(change: Partial<Scope>, rule: Rule): Rule {
  return (place, scope, walk) => rule(place, { ...scope, ...change }, walk);
}
