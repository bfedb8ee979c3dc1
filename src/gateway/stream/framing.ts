import type { Framer, FrameWriter, Framing } from "./frames.ts";
import { jsonArrayFramer, jsonArrayWriter, ndjsonFramer, ndjsonWriter } from "./json-lines.ts";
import { sseFramer, sseWriter } from "./sse.ts";

const framers: Readonly<Record<Framing, (maxChars: number) => Framer>> = {
  sse: sseFramer,
  ndjson: ndjsonFramer,
  "json-array": jsonArrayFramer,
};

const writers: Readonly<Record<Framing, () => FrameWriter>> = {
  sse: sseWriter,
  ndjson: ndjsonWriter,
  "json-array": jsonArrayWriter,
};

/** Cuts a stream into frames; `maxChars` bounds one of them. */
export function framerOf(framing: Framing, maxChars: number): Framer {
  return framers[framing](maxChars);
}

export function writerOf(framing: Framing): FrameWriter {
  return writers[framing]();
}

/** What a client is told that it gets. */
export const contentTypes: Readonly<Record<Framing, string>> = {
  sse: "text/event-stream; charset=utf-8",
  ndjson: "application/x-ndjson",
  "json-array": "application/json; charset=utf-8",
};
