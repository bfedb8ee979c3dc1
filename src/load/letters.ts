// Pickles in models that are no pickles: as they are, or in base64 or hex.
import type { Payload } from "../formats/pickle/program.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import { isPickleAt } from "./content.ts";

/** Bytes of a model in which letters are looked for. */
const maxSearched = 32 * 1024 * 1024;
const maxFound = 1_000;
/** In base64 and hex: a pickle of protocol 2 to 5, `cos`, `(d`, gzip, zlib, ZIP. */
const letters =
  /(?<![A-Za-z0-9+/_-])(?:gA[I-X]|Y[2m]|KG|H4sI|eJ|UEsDB|800[2-5]|636|1f8b08|504b0304)[A-Za-z0-9+/_-]{20,}={0,2}/g;
/** Protocol 2 to 5, and an opcode that may follow. */
// eslint-disable-next-line no-control-regex
const bytes = /\x80[\x02-\x05][\x95c}(\]\x8c]/g;

/** What may be a pickle in a part of a source. */
export function payloadsIn(
  source: ByteSource,
  { at, length }: { readonly at: number; readonly length: number },
): readonly Payload[] {
  const text = source.read(at, length).toString("latin1");
  const found: Payload[] = [];
  for (const { index, 0: word } of text.matchAll(letters))
    if (found.length < maxFound) found.push({ at: at + index, length: word.length, text: word });
  for (const { index } of text.matchAll(bytes))
    if (found.length < maxFound && isPickleAt(source, at + index))
      found.push({ at: at + index, length: length - index });
  return found;
}

/** What may be a pickle anywhere in a source. */
export function lettersIn(source: ByteSource): {
  readonly payloads: readonly Payload[];
  readonly unread?: string;
} {
  const length = Math.min(source.size, maxSearched);
  const payloads = payloadsIn(source, { at: 0, length });
  return length < source.size
    ? { payloads, unread: `only its first ${length} bytes were searched` }
    : { payloads };
}
