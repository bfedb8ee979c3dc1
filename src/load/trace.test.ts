import { expect, test } from "vitest";
import { bytesOf } from "../formats/bytes/source.ts";
import { buildZip } from "../formats/zip/testing/build.ts";
import { tarOf } from "../testing/archives.ts";
import { calling, limits } from "./testing/pickles.ts";
import { traceLoad } from "./trace.ts";

const payload = calling("os", "system", "id");
const large = Buffer.concat([
  Buffer.from([0x80, 4, 0x8e, 0, 0, 2, 0, 0, 0, 0, 0]),
  Buffer.alloc(131_072),
  Buffer.from("."),
]);

test.each([
  [
    "ZIP archive",
    buildZip([
      { name: "a.pkl", data: large, method: 8 },
      { name: "b.pkl", data: payload, method: 8 },
    ]),
  ],
  ["tar archive", tarOf({ "a.pkl": large, "b.pkl": payload })],
])("what a %s has beyond the room for it is said", (_, bytes) => {
  const { problems } = traceLoad(bytesOf(bytes), { ...limits, maxUnpacked: 131_084 });
  expect(problems.map(({ message }) => message)).toEqual([
    "more than 131084 bytes are packed in it",
  ]);
});

test("a tar archive without a mark is one by the sum of its header", () => {
  const tar = tarOf({ "a.pkl": payload });
  tar.fill(0, 257, 265);
  const sum = tar
    .subarray(0, 512)
    .reduce((all, byte, at) => (at >= 148 && at < 156 ? all : all + byte), 256);
  tar.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  expect(traceLoad(bytesOf(tar), limits).parts.map(({ member }) => member)).toEqual(["a.pkl"]);
});

test("that there was no time is said", () => {
  const { parts, problems } = traceLoad(bytesOf(payload), { ...limits, isLate: () => true });
  expect([parts, problems[0]?.message]).toEqual([[], "it took too long"]);
});

test("bytes that are loaded any number of times are followed once", () => {
  const bytes = Buffer.from("\x80\x04C\x0c\x80\x04]\x94N0N0N0N.\x940", "latin1");
  const load = Buffer.from(
    "\x8c\x0dtorch.storage\x8c\x10_load_from_bytes\x93h\x00\x85R0",
    "latin1",
  );
  const file = Buffer.concat([bytes, ...Array.from({ length: 50 }, () => load), Buffer.from("N.")]);
  const { parts } = traceLoad(bytesOf(file), limits);
  expect(parts.length).toBeLessThanOrEqual(3);
});
