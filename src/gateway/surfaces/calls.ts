import { unknown } from "./rules.ts";
import { type JsonObject, textOf } from "./values.ts";
import {
  childOf,
  emit,
  emitAs,
  type Place,
  type Rule,
  type Scope,
  valueAt,
  type Walk,
  write,
} from "./walk.ts";

/** JSON text of any value; undefined where it nests too deeply to be written. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/**
 * A value that is an object in its protocol and JSON text in others (arguments of a call, the result of a tool): read
 * as JSON text, and written back parsed. Text that is no JSON object any more is kept as the object's only member, so
 * that what was there never stays.
 */
export const asJson: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (typeof value === "string") return emit(place, scope, walk);
  if (value === undefined || value === null) return;
  const text = jsonOf(value);
  if (text === undefined) return unknown(place, scope, walk);
  emitAs(place, scope, { walk, text, put: (changed) => write(place, parsedObject(changed)) });
};

/** The object that a text is in JSON, or one that holds the text. */
export function parsedObject(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // It is no JSON any more: kept as text below.
  }
  return { text };
}

/** The same in what a call gives to its tool. */
export const callArguments: Rule = (place, scope, walk) =>
  asJson(place, { ...scope, kind: "tool-arguments" }, walk);

/** The same in what a tool answered. */
export const toolResult: Rule = (place, scope, walk) =>
  asJson(place, { ...scope, kind: "tool-result", source: "tool" }, walk);

/**
 * The name and id of a call: as the object tells, or as an earlier event of the stream told for the same place.
 * A new id in an old place is a new call (some servers send every call whole and without an index).
 */
export function callAt(
  object: JsonObject,
  given: {
    readonly place: Place;
    readonly walk: Walk;
    readonly name: JsonObject;
    readonly idKey: string;
  },
): {
  readonly tool: string | undefined;
  readonly call: string | undefined;
  readonly channel: string;
} {
  const { place, walk } = given;
  const id = textOf(object, given.idKey);
  const channel = channelFor(place.channel, { walk, id });
  const before = walk.calls.get(channel);
  const tool = textOf(given.name, "name") ?? before?.tool;
  const call = id !== undefined && id !== "" ? id : before?.call;
  walk.calls.set(channel, { tool, call });
  if (call !== undefined) walk.calls.set(`id ${call}`, { tool, call });
  return { tool, call, channel };
}

function channelFor(
  channel: string,
  given: { readonly walk: Walk; readonly id: string | undefined },
): string {
  const { calls } = given.walk;
  // How many calls the place has had is kept beside them.
  const count = Number(calls.get(`${channel}#`)?.call ?? 1);
  const latest = count === 1 ? channel : `${channel}~${count}`;
  const before = calls.get(latest)?.call;
  if (before === undefined || given.id === undefined || given.id === "" || given.id === before)
    return latest;
  calls.set(`${channel}#`, { tool: undefined, call: String(count + 1) });
  return `${channel}~${count + 1}`;
}

/** The tool that a call with this id went to, as an earlier message told. */
export function toolOfCall(walk: Walk, id: string | undefined): string | undefined {
  return id === undefined ? undefined : walk.calls.get(`id ${id}`)?.tool;
}

/** Begins a call whose arguments have not come yet: its event waits for them all the same. */
export function emitNoArguments(
  object: Place,
  scope: Scope,
  given: { readonly walk: Walk; readonly key: string },
): void {
  const place = childOf(object, given.key);
  emitAs(
    place,
    { ...scope, kind: "tool-arguments" },
    { walk: given.walk, text: "", put: (text) => write(place, text) },
  );
}
