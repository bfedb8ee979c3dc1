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
  const sample = Buffer.from(value.slice(start, start + sampleLength), "base64");
  const encoding = encodingOf(sample);
  if (encoding === undefined) return;
  const text = new TextDecoder(encoding).decode(Buffer.from(value.slice(start), "base64"));
  const put = (changed: string): void =>
    write(place, value.slice(0, start) + Buffer.from(changed, "utf8").toString("base64"));
  // What a document says is data, whoever sent it.
  const source = given.scope.source === "assistant" ? "assistant" : "tool";
  emitAs(place, { ...given.scope, source }, { walk, text, put });
}

/** One byte in ten that is no text: enough for a word in another encoding, too little for any picture or archive. */
const mostOdd = 0.1;

/**
 * How bytes are written where they are text; undefined for pictures, sound, archives and PDF. A text with a wrong byte
 * here and there is still one to a model.
 */
function encodingOf(sample: Buffer): "utf-8" | "utf-16le" | "utf-16be" | undefined {
  if (sample.length === 0 || sample.subarray(0, 5).toString("latin1") === "%PDF-") return undefined;
  const head = sample.length < 2 ? 0 : sample.readUInt16BE(0);
  if (head === 0xfffe) return "utf-16le";
  if (head === 0xfeff) return "utf-16be";
  let odd = 0;
  const zeros: [even: number, odd: number] = [0, 0];
  for (const [at, byte] of sample.entries()) {
    if (byte === 0) zeros[at % 2 === 0 ? 0 : 1]++;
    if (byte < 9 || (byte > 13 && byte < 27)) odd++;
  }
  const half = sample.length / 2;
  if (zeros[1] > half * 0.8 && zeros[0] < half * mostOdd) return "utf-16le";
  if (zeros[0] > half * 0.8 && zeros[1] < half * mostOdd) return "utf-16be";
  const wrong = new TextDecoder().decode(sample, { stream: true }).split("\ufffd").length - 1;
  return odd + wrong > sample.length * mostOdd ? undefined : "utf-8";
}
