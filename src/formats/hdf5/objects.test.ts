import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOf } from "../bytes/source.ts";
import { readHdf5Objects } from "./objects.ts";
import { objectFiles } from "./testing/object-files.ts";

const unpacked = new Map(
  Object.entries(objectFiles).map(([name, text]) => [
    name,
    gunzipSync(Buffer.from(text, "base64")),
  ]),
);

function read(name: string): ReturnType<typeof readHdf5Objects> {
  return readHdf5Objects(bytesOf(unpacked.get(name)!));
}

test.each(["older", "newer"])("a data set in another file, in the %s form", (form) => {
  expect(read(`a data set in /etc/passwd, in the ${form} form`)).toEqual({
    others: [{ kind: "data", object: "/layers/dense/vars/0", file: "/etc/passwd" }],
    pickles: [],
  });
});

test("links to other files, and none to names of the same file", () => {
  expect(read("a link to another file").others).toEqual([
    { kind: "link", object: "/a/b", file: "../../secret/other.h5" },
  ]);
  expect(read("files beside it").others.map(({ file }) => file)).toEqual(["other.h5", "x.raw"]);
});

test.each(["300 groups, the last with a link", "300 groups, the last with a link, in heaps"])(
  "%s",
  (name) => {
    const { others, unread } = read(name);
    expect(others).toEqual([{ kind: "link", object: "/g299/evil", file: "/root/other.h5" }]);
    expect(unread).toBe(undefined);
  },
);

test("the sources of a virtual data set", () => {
  expect(read("a virtual data set").others.map(({ file }) => file)).toContain(
    "/srv/other/secret.h5",
  );
});

test("what PyTables takes for pickles", () => {
  expect(read("rows and attributes of PyTables").pickles).toHaveLength(4);
  expect(read("a row of PyTables that calls").pickles).toHaveLength(2);
});

test("any bytes are read without a throw, in bounded time", () => {
  const all = [...unpacked.values()];
  const change = fc.tuple(fc.nat(), fc.nat(255));
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.array(change, { maxLength: 8 }), (sound, changes) => {
      const bytes = Buffer.from(sound);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      readHdf5Objects(bytesOf(bytes));
    }),
    { numRuns: 300 },
  );
});

test("a group that holds itself ends", () => {
  const bytes = Buffer.from(unpacked.get("a link to another file")!);
  const group = bytes.indexOf("OHDR", bytes.indexOf("OHDR") + 4);
  const place = Buffer.alloc(8);
  place.writeUInt32LE(group);
  const at = bytes.indexOf(place);
  bytes.writeUInt32LE(bytes.indexOf("OHDR"), at);
  expect(readHdf5Objects(bytesOf(bytes)).others).toEqual([]);
});
