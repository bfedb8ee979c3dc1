// Pickles in models that are no pickles: as they are, or in base64 or hex.
import type { Payload } from "../formats/pickle/program.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import { isPickleAt } from "./content.ts";

/** Bytes of a model in which letters are looked for. */
const maxSearched = 32 * 1024 * 1024;
const maxFound = 300;
/** Places that look like the beginning of a pickle, and of each the first bytes. */
const maxTried = 20_000;
const maxLength = 256 * 1024;
/** In base64 and hex: a pickle of protocol 2 to 5, `cos`, `(d`, gzip, zlib, ZIP. */
const letters =
  /(?<![A-Za-z0-9+/_-])(?:gA[I-X]|Y[2m]|KG|H4sI|eJ|UEsDB|800[2-5]|636|1f8b08|504b0304)[A-Za-z0-9+/_-]{20,}={0,2}/g;
/** Protocol 2 to 5, and an opcode that may follow. */
// eslint-disable-next-line no-control-regex
const bytes = /\x80[\x02-\x05][\x95c}(\]\x8c]/g;

/** What was found, and why it may not be all. */
export interface Found {
  readonly payloads: readonly Payload[];
  readonly unread?: string;
}

/** What may be a pickle in parts of a source. */
export function payloadsIn(
  source: ByteSource,
  parts: readonly { readonly at: number; readonly length: number }[],
): Found {
  const payloads: Payload[] = [];
  let tried = 0;
  for (const { at, length } of parts) {
    const text = source.read(at, length).toString("latin1");
    for (const { index, 0: word } of text.matchAll(letters))
      if (payloads.length <= maxFound)
        payloads.push({ at: at + index, length: word.length, text: word });
    for (const { index } of text.matchAll(bytes)) {
      if (payloads.length > maxFound || tried++ > maxTried) break;
      if (isPickleAt(source, at + index))
        payloads.push({ at: at + index, length: Math.min(length - index, maxLength) });
    }
  }
  return payloads.length > maxFound || tried > maxTried
    ? { payloads, unread: "more of it looks like pickles than is looked at" }
    : { payloads };
}

/** What may be a pickle anywhere in a source. */
export function lettersIn(source: ByteSource): Found {
  const length = Math.min(source.size, maxSearched);
  const found = payloadsIn(source, [{ at: 0, length }]);
  return length < source.size
    ? { ...found, unread: found.unread ?? `only its first ${length} bytes were searched` }
    : found;
}
