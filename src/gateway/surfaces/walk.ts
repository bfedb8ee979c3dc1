import type { Source } from "../../guard/contract.ts";
import type { Attachment, Reference, Slot, ToolDeclaration } from "../surface.ts";
import { isObject, type JsonObject } from "./values.ts";

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

/** Scope of what a client asks, where nothing says more. */
export const asked: Scope = { source: "user", kind: "text", isWhole: true };
/** Scope of what the model wrote. */
export const written: Scope = { source: "assistant", kind: "text", isWhole: true };

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
  /** Beyond so many texts a request is refused, and nothing more is looked for. */
  readonly mostLeaves: number;
  /** Texts of the request; a provider that repeats them says nothing new. */
  readonly echoes: (() => ReadonlySet<string>) | undefined;
}

/** Reads what stands in one place. Total: any value may stand anywhere. */
export type Rule = (place: Place, scope: Scope, walk: Walk) => void;

/** Beyond it pointers do not grow, and a request is refused. */
export const deepest = 256;

export function startWalk(kept: Partial<Pick<Walk, "calls" | "echoes" | "mostLeaves">> = {}): Walk {
  return {
    leaves: [],
    tools: [],
    references: [],
    attachments: [],
    unreadable: [],
    problems: [],
    calls: kept.calls ?? new Map(),
    mostLeaves: kept.mostLeaves ?? Infinity,
    echoes: kept.echoes,
  };
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
  if (scope.isEcho === true && walk.echoes?.().has(text) === true) return;
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
  if (scope.isEcho === true && walk.echoes?.().has(name) === true) return;
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
