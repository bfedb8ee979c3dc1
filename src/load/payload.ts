import { bytesOf, type ByteSource } from "../formats/bytes/source.ts";
import type { Payload } from "../formats/pickle/program.ts";

/** Larger texts and bytes in a pickle are data. */
const maxPayload = 64 * 1024 * 1024;

/** The bytes of a payload of a file; undefined where they are none, or more than there is room for. */
export function payloadSource(
  { at, length, text, loaded }: Payload,
  source: ByteSource,
  room: number,
): ByteSource | undefined {
  if (loaded === "bytes")
    return {
      size: length,
      read: (from, count) => source.read(at + from, Math.max(0, Math.min(count, length - from))),
    };
  if (length > maxPayload || length > room) return undefined;
  if (loaded === undefined && text === undefined) return bytesOf(source.read(at, length));
  const written = text ?? source.read(at, length).toString("utf8");
  const bytes = loaded === undefined ? decoded(written) : Buffer.from(written, "latin1");
  return bytes === undefined ? undefined : bytesOf(bytes);
}

function decoded(text: string): Buffer | undefined {
  const bare = /[\s"']/.test(text) ? text.replace(/[\s"']/g, "") : text;
  if (bare.length % 2 === 0 && /^[\da-fA-F]+$/.test(bare)) return Buffer.from(bare, "hex");
  if (/^[A-Za-z0-9+/_-]+={0,2}$/.test(bare)) return Buffer.from(bare, "base64");
  return undefined;
}
