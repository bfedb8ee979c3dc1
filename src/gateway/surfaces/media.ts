import type { Attachment, Reference } from "../surface.ts";
import { unknown } from "./rules.ts";
import { isObject } from "./values.ts";
import {
  emit,
  emitAs,
  type Place,
  type Rule,
  type Scope,
  valueAt,
  type Walk,
  write,
} from "./walk.ts";

/** Characters of base64 that are looked at first: enough to tell text from what is none. */
const sampleLength = 512;

/** An id that a request refers to, or that an answer gives out. */
export function reference(kind: Reference["kind"]): Rule {
  return (place, scope, walk) => {
    const value = valueAt(place);
    const ids = Array.isArray(value) ? value : [value];
    for (const id of ids)
      if (typeof id === "string" && id !== "")
        walk.references.push({ kind, id, pointer: place.pointer });
      else if (isObject(id)) unknown(place, scope, walk);
  };
}

/** A URL of something that is no text, or its bytes in a data URL or plain base64. */
export function media(kind: Attachment["kind"]): Rule {
  return (place, scope, walk) => {
    const value = valueAt(place);
    if (typeof value !== "string") return unknown(place, scope, walk);
    if (/^data:/iu.test(value)) return dataUrl(place, { kind, scope, walk });
    if (/^[a-z][a-z0-9+.-]{1,20}:/iu.test(value)) {
      walk.attachments.push({ pointer: place.pointer, kind, bytes: 0, url: value });
      return emit(place, scope, walk);
    }
    base64(place, { kind, scope, walk, start: 0 });
  };
}

interface MediaGiven {
  readonly kind: Attachment["kind"];
  readonly scope: Scope;
  readonly walk: Walk;
}

function dataUrl(place: Place, given: MediaGiven): void {
  const value = valueAt(place) as string;
  const comma = value.indexOf(",");
  const head = comma < 0 ? value : value.slice(0, comma);
  if (/;base64\s*$/iu.test(head)) return base64(place, { ...given, start: comma + 1 });
  given.walk.attachments.push({
    pointer: place.pointer,
    kind: given.kind,
    bytes: value.length - head.length,
  });
  emit(place, given.scope, given.walk);
}

/** Text in base64 is text to the model: it is read, and written back in base64. */
function base64(place: Place, given: MediaGiven & { readonly start: number }): void {
  const value = valueAt(place) as string;
  const { walk, start } = given;
  walk.attachments.push({
    pointer: place.pointer,
    kind: given.kind,
    bytes: Math.floor(((value.length - start) * 3) / 4),
  });
  const sample = decoded(value.slice(start, start + sampleLength), true);
  if (sample === undefined) return;
  const whole = decoded(value.slice(start), false);
  // What begins as text and turns out to be none is still shown to guards as far as it is text.
  const text = whole ?? Buffer.from(value.slice(start), "base64").toString("utf8");
  const put = (changed: string): void =>
    write(place, value.slice(0, start) + Buffer.from(changed, "utf8").toString("base64"));
  // What a document says is data, whoever sent it.
  const source = given.scope.source === "assistant" ? "assistant" : "tool";
  emitAs(place, { ...given.scope, source }, { walk, text, put });
}

/** The text in base64, or undefined where it is no text in UTF-8. */
function decoded(encoded: string, isSample: boolean): string | undefined {
  if (encoded === "") return undefined;
  const bytes = Buffer.from(encoded, "base64");
  if (bytes.length === 0) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: isSample });
    // eslint-disable-next-line no-control-regex -- control characters are what tells binary files
    return /[\u0000-\u0008\u000e-\u001a]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
