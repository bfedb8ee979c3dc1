import type { Source } from "../../guard/contract.ts";
import type { Attachment, Reference, Slot, ToolDeclaration } from "../surface.ts";

/** An object of JSON as it came from the wire: any key, any value. */
export type JsonObject = Record<string, unknown>;

/** Where a value stands. `key` changes where a guard redacts the name of a member. */
export interface Place {
  readonly holder: JsonObject | unknown[];
  key: string | number;
  readonly pointer: string;
  /** The same place in every event of a stream: `index` members stand for positions. */
  readonly channel: string;
  readonly depth: number;
}

/** What is known of a value from what it stands in. */
export interface Scope {
  readonly source: Source;
  readonly kind: Slot["kind"];
  readonly tool?: string | undefined;
  readonly call?: string | undefined;
  /** True where an event says a text at once, or again. */
  readonly isWhole: boolean;
  /** True in what a provider repeats of the request. */
  readonly isEcho?: boolean;
  /** The channel that an event's text grows, where the event says so in other members. */
  readonly target?: string;
  /** What else has to go when a text here is changed: log probabilities, token ids. */
  readonly afterReplace?: () => void;
}

/** A text that was found: a slot, and what makes it a piece of a stream. */
export interface Leaf extends Slot {
  readonly channel: string;
  readonly isWhole: boolean;
}

/** A call of a tool, as its first event names it. */
export interface CallName {
  readonly tool: string | undefined;
  readonly call: string | undefined;
}

/** What a walk finds. */
export interface Walk {
  readonly leaves: Leaf[];
  readonly tools: ToolDeclaration[];
  readonly references: Reference[];
  readonly attachments: Attachment[];
  /** Pointers of what is text to the model and cannot be read here: token ids. */
  readonly unreadable: string[];
  readonly problems: string[];
  /** Calls by channel, which a stream keeps from event to event. */
  readonly calls: Map<string, CallName>;
  /** Texts of the request; a provider that repeats them says nothing new. */
  readonly echoes: ReadonlySet<string> | undefined;
}

/** Reads what stands in one place. Total: any value may stand anywhere. */
export type Rule = (place: Place, scope: Scope, walk: Walk) => void;

/** Deeper than any request of a real client; also what keeps recursion short. */
const deepestTable = 48;
/** Beyond it pointers do not grow, and a request is refused. */
export const deepest = 256;

export function startWalk(kept: Partial<Pick<Walk, "calls" | "echoes">> = {}): Walk {
  return {
    leaves: [],
    tools: [],
    references: [],
    attachments: [],
    unreadable: [],
    problems: [],
    calls: kept.calls ?? new Map(),
    echoes: kept.echoes,
  };
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function valueAt(place: Place): unknown {
  return (place.holder as JsonObject)[place.key];
}

export function write(place: Place, value: unknown): void {
  (place.holder as JsonObject)[place.key] = value;
}

/** A place that holds the whole body; its holder stands in for what holds the body. */
export function rootOf(body: unknown): Place {
  return { holder: [body], key: 0, pointer: "", channel: "", depth: 0 };
}

function escaped(key: string): string {
  return key.includes("~") || key.includes("/")
    ? key.replaceAll("~", "~0").replaceAll("/", "~1")
    : key;
}

/** The place of one member; an element that has an `index` is known by it. */
export function childOf(place: Place, key: string | number): Place {
  const holder = valueAt(place) as JsonObject | unknown[];
  if (place.depth >= deepest)
    return {
      holder,
      key,
      pointer: place.pointer,
      channel: place.channel,
      depth: place.depth + 1,
    };
  const name = typeof key === "string" ? escaped(key) : key;
  let step: string | number = name;
  if (typeof key === "number") {
    const element = (holder as unknown[])[key];
    const index = isObject(element) ? element["index"] : undefined;
    if (typeof index === "number") step = index;
  }
  return {
    holder,
    key,
    pointer: `${place.pointer}/${name}`,
    channel: place.channel === "" ? String(step) : `${place.channel}/${step}`,
    depth: place.depth + 1,
  };
}

/** Takes the text in a place for what it is in its scope. */
export function emit(place: Place, scope: Scope, walk: Walk): void {
  const text = valueAt(place);
  if (typeof text !== "string") return;
  if (scope.isEcho === true && walk.echoes?.has(text) === true) return;
  emitAs(place, scope, { walk, text, put: (changed) => write(place, changed) });
}

/** The same for a text that is kept in another form: an object, base64. */
export function emitAs(
  place: Place,
  scope: Scope,
  given: { readonly walk: Walk; readonly text: string; readonly put: (text: string) => void },
): void {
  const leaf: { -readonly [Key in keyof Leaf]: Leaf[Key] } = {
    pointer: place.pointer,
    channel: place.channel,
    source: scope.source,
    kind: scope.kind,
    text: given.text,
    isWhole: scope.isWhole,
    replace: (text) => {
      given.put(text);
      scope.afterReplace?.();
    },
  };
  if (scope.tool !== undefined) leaf.tool = scope.tool;
  if (scope.call !== undefined) leaf.call = scope.call;
  given.walk.leaves.push(leaf);
}

/** Names that no guard needs to read; longer ones could be a secret or a sentence. */
const shortName = /^[A-Za-z_$][\w$.-]{0,23}$/u;

/** Takes the name of a member for a text, where it may be one. */
export function emitKey(place: Place, scope: Scope, walk: Walk): void {
  const name = place.key;
  if (typeof name !== "string" || shortName.test(name)) return;
  if (scope.isEcho === true && walk.echoes?.has(name) === true) return;
  const put = (text: string): void => {
    const { holder, key } = place;
    if (Array.isArray(holder) || text === key) return;
    const value = holder[key];
    Reflect.deleteProperty(holder, key);
    let free = text;
    while (Object.hasOwn(holder, free)) free += "_";
    Object.defineProperty(holder, free, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    place.key = free;
  };
  // Names in one object are one text, so that none is cut over several events.
  const channel = `${place.channel.slice(0, place.channel.lastIndexOf("/") + 1)}#names`;
  emitAs({ ...place, channel }, scope, { walk, text: name, put });
}

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

/** An object whose members are known; those that are not are walked. Arrays are read element by element. */
export function fields(
  table: Readonly<Record<string, Rule>>,
  given: { readonly isCamel?: boolean; readonly isLoose?: boolean } = {},
): Rule {
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
      emitKey(child, scope, walk);
      unknown(child, scope, walk);
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

/** `system_instruction` and `systemInstruction` are the same in JSON of protocol buffers. */
export function camel(key: string): string {
  return key.includes("_")
    ? key.replace(/_([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase())
    : key;
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

/** A string member, or undefined. */
export function textOf(object: JsonObject, key: string): string | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === "string" ? value : undefined;
}

/** A finite number that is a member, or undefined. */
export function numberOf(object: JsonObject, key: string): number | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** An object that is a member, or an empty one. */
export function objectOf(object: JsonObject, key: string): JsonObject {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return isObject(value) ? value : {};
}

/** The elements of an array that is a member, or none. */
export function listOf(object: JsonObject, key: string): readonly unknown[] {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return Array.isArray(value) ? value : [];
}
