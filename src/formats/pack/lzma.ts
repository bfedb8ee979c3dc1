import { unpackStreams } from "./streams.ts";
import type { Unpacked } from "./unpacked.ts";

/** Unpacks the .lzma format ("alone"), as Python's `lzma.FORMAT_ALONE` writes it. Total. */
export function unpackLzma(bytes: Buffer, limit: number): Unpacked {
  return unpackStreams(bytes, limit, "lzma");
}
