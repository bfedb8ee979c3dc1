import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { files } from "../formats/hdf5/testing/files.ts";
import { actsIn } from "./testing/pickles.ts";

test.each(Object.entries(files))("CVE-2024-3660: a Lambda layer in HDF5, in %s", (_, text) => {
  expect(actsIn(gunzipSync(Buffer.from(text, "base64")))).toEqual(["runs"]);
});
