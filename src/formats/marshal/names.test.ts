import { expect, test } from "vitest";
import { namesInMarshal } from "./names.ts";

// `marshal.dumps((lambda x: __import__("os").system(x)).__code__)` of CPython 3.11.
const code = Buffer.from(
  "4wEAAAAAAAAAAAAAAAMAAAADAAAA80YAAACXAHQBAAAAAAAAAAAAAGQBpgEAAKsBAAAAAAAAAACgAQAAAAAAAAAAAAAAAAAAAAAAAAAAfACmAQAAqwEAAAAAAAAAAFMAKQJO2gJvcykC2gpfX2ltcG9ydF9f2gZzeXN0ZW0pAdoBeHMBAAAAIPoIPHN0cmluZz76CDxsYW1iZGE+cgcAAAABAAAAcx4AAACAAMVq0FFV0UZW1EZW10Zd0kZd0F5f0UZg1EZggADzAAAAAA==",
  "base64",
);

test("finds the names that code uses", () => {
  expect(namesInMarshal(code)).toEqual(["os", "__import__", "system", "x"]);
});

test("finds none in what is no code, nor beyond the end", () => {
  expect(namesInMarshal(Buffer.from("z\xffshort", "latin1"))).toEqual([]);
  expect(namesInMarshal(Buffer.alloc(0))).toEqual([]);
});
