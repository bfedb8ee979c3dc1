import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Frame, Framing } from "./frames.ts";
import { framerOf, writerOf } from "./framing.ts";

function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const out: Buffer[] = [];
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    out.push(bytes.subarray(at, at + size));
    at += size;
  }
  return out;
}

function read(framing: Framing, bytes: Buffer, sizes: readonly number[] = [bytes.length]): Frame[] {
  const framer = framerOf(framing, 100_000);
  return [...cut(bytes, sizes).flatMap((chunk) => framer.push(chunk)), ...framer.end()];
}

const events = (frames: readonly Frame[]): unknown[] =>
  frames.map((frame) => (frame.kind === "event" ? [frame.name, frame.text] : frame.kind));

describe("server-sent events", () => {
  it.each([
    ["data: a\n\n", [[undefined, "a"]]],
    [
      "data:a\r\n\r\ndata: b\r\rdata: c\n\n",
      [
        [undefined, "a"],
        [undefined, "b"],
        [undefined, "c"],
      ],
    ],
    ["\u{FEFF}event: x\ndata: a\ndata: b\n\n", [["x", "a\nb"]]],
    [": ping\n\ndata: 🦊\nid: 3\nretry: 5\n\n", ["comment", [undefined, "🦊"]]],
    [
      "data\n\ndata: last",
      [
        [undefined, ""],
        [undefined, "last"],
      ],
    ],
    ["event: a b\ndata: x\n\n", ["broken"]],
  ])("reads %j", (text, expected) => {
    const bytes = Buffer.from(text);
    for (const size of [1, 2, 3, bytes.length])
      expect(events(read("sse", bytes, [size]))).toEqual(expected);
  });

  it("gives up on an event without end", () => {
    expect(events(read("sse", Buffer.from(`data: ${"x".repeat(200_000)}`), [1000]))).toEqual([
      "broken",
    ]);
  });
});

describe("one array", () => {
  it("reads elements whatever is between them", () => {
    const bytes = Buffer.from('[{"a":"]}\\"🦊"}\r\n,\r\n{"b":[{}]}]\n');
    for (const size of [1, 2, 5, 100]) {
      expect(events(read("json-array", bytes, [size]))).toEqual([
        [undefined, '{"a":"]}\\"🦊"}'],
        [undefined, '{"b":[{}]}'],
      ]);
    }
  });

  it.each(['{"a":1}', '[{"a":1} x', "[1]", "[{}]]", '["a"]', "[{}"])("does not take %s", (text) => {
    expect(read("json-array", Buffer.from(text)).at(-1)?.kind).toBe("broken");
  });
});

describe("any framing", () => {
  it.each(["sse", "ndjson", "json-array"] as const)(
    "%s reads what it writes, in any chunks",
    (framing) => {
      fc.assert(
        fc.property(
          fc.array(fc.dictionary(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })), {
            maxLength: 6,
          }),
          fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
          (values, sizes) => {
            const writer = writerOf(framing);
            const texts = values.map((value) => JSON.stringify(value));
            const whole =
              texts.map((text) => writer.event(undefined, text)).join("") + writer.end();
            expect(events(read(framing, Buffer.from(whole), sizes))).toEqual(
              texts.map((text) => [undefined, text]),
            );
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  it.each(["sse", "ndjson", "json-array"] as const)(
    "%s never throws, and takes linear time",
    (framing) => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
          read(framing, Buffer.from(bytes), [3]);
        }),
        { numRuns: 100 },
      );
      const framer = framerOf(framing, 2_000_000);
      const chunk = Buffer.from('[{"a":"xxxxxxx');
      // More than linear, it would not end before the test does.
      for (let at = 0; at < 70_000; at++) framer.push(chunk);
    },
  );
});
