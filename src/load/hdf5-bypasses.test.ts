import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bytesOf } from "../formats/bytes/source.ts";
import { files } from "../formats/hdf5/testing/files.ts";
import { objectFiles } from "../formats/hdf5/testing/object-files.ts";
import { buildZip } from "../formats/zip/testing/build.ts";
import { actsIn, limits } from "./testing/pickles.ts";
import { traceLoad } from "./trace.ts";

function file(name: string): Buffer {
  return gunzipSync(Buffer.from(objectFiles[name]!, "base64"));
}

test.each(Object.entries(files))("CVE-2024-3660: a Lambda layer in HDF5, in %s", (_, text) => {
  expect(actsIn(gunzipSync(Buffer.from(text, "base64")))).toEqual(["runs"]);
});

describe("CVE-2026-1669", () => {
  test.each([
    "a data set in /etc/passwd, in the older form",
    "a data set in /etc/passwd, in the newer form",
    "a link to another file",
    "300 groups, the last with a link",
    "a virtual data set",
  ])("%s", (name) => {
    expect(actsIn(file(name))).toEqual(["escapes"]);
  });
  test("weights in an archive of Keras", () => {
    const data = file("a data set in /etc/passwd, in the older form");
    const config = '{"module": "keras", "class_name": "Sequential", "config": {"layers": []}}';
    for (const method of [0, 8])
      expect(
        actsIn(
          buildZip([
            { name: "config.json", data: config },
            { name: "model.weights.h5", data, method },
          ]),
        ),
      ).toEqual(["escapes"]);
  });
  test("files beside it are read by data, and by no weights of Keras", () => {
    const bytes = file("files beside it");
    expect(actsIn(bytes)).toEqual([]);
    const { parts } = traceLoad(bytesOf(bytes), { ...limits, path: "m.weights.h5" });
    expect(parts.flatMap(({ lines }) => lines.flatMap(({ acts = [] }) => acts))).toHaveLength(2);
  });
});

describe("PyTables", () => {
  test("attributes and rows that are pickles", () => {
    expect(actsIn(file("attributes that are pickles"))).toEqual(["runs"]);
    expect(actsIn(file("a row of PyTables that calls"))).toEqual(["runs"]);
  });
  test("those of data are nothing", () => {
    expect(actsIn(file("rows and attributes of PyTables"))).toEqual([]);
  });
});
