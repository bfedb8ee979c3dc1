import { unpackStreams } from "./streams.ts";
import type { Unpacked } from "./unpacked.ts";

/** Unpacks the .xz format: the streams, blocks, checks and filters of `xz-stream.ts`. Total. */
export function unpackXz(bytes: Buffer, limit: number): Unpacked {
  return unpackStreams(bytes, limit, "xz");
}
