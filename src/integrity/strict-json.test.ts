import fc from "fast-check";
import { expect, test } from "vitest";
import { parseStrictJson, strictBase64 } from "./strict-json.ts";

const parse = (text: string): ReturnType<typeof parseStrictJson> =>
  parseStrictJson(Buffer.from(text));

test("JSON without a name twice is what JSON.parse makes of it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value);
      expect(parse(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
    }),
  );
});

test.each([
  ['{"a":1,"a":1}', /"a" twice/],
  ['{"a":{"b":1,"c":[{"b":1}],"b":2}}', /"b" twice/],
  ['{"a":1,"\\u0061":2}', /"a" twice/],
  ['{"a\\"b":1 , "a\\"b" :2}', /twice/],
  ['{"__proto__":1,"__proto__":2}', /"__proto__" twice/],
  ["[".repeat(65) + "]".repeat(65), /nested deeper/],
  ['{"a":1}{"b":2}', /no JSON/],
  ["\ufeff{}", /no JSON/],
  ["", /no JSON/],
  ['"', /no JSON/],
  ['{"a', /no JSON/],
  ['"\\', /no JSON/],
])("%j is refused", (text, says) => {
  const read = parse(text);
  expect(read.ok ? "" : read.message).toMatch(says);
});

test("what looks like a name twice and is none is taken", () => {
  for (const text of [
    '{"a":"a","b":["a","a"]}',
    '[{"a":1},{"a":1}]',
    '{"a":"\\"a\\":1,\\"a\\":2"}',
  ])
    expect(parse(text).ok).toBe(true);
});

test("bytes that are no UTF-8 are refused", () => {
  expect(parseStrictJson(Buffer.from([0x22, 0xff, 0x22]))).toMatchObject({ ok: false });
});

test("texts of many megabytes are no trouble", () => {
  const long = "x".repeat(50_000_000);
  expect(parse(JSON.stringify({ long }))).toEqual({ ok: true, value: { long } });
  expect(strictBase64("A".repeat(40_000_000))?.length).toBe(30_000_000);
  expect(parse(`"${"\\".repeat(4_000_000)}`).ok).toBe(false);
});

test.each(["AAA", "AA=", "AAAA=", "AB==", "A-_A", "AA AA", "AAAA\n", "=AAA", "AAA=AAAA"])(
  "%j is no base64 as the standard has it",
  (text) => expect(strictBase64(text)).toBeUndefined(),
);

test("bytes in base64 come back", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const buffer = Buffer.from(bytes);
      expect(strictBase64(buffer.toString("base64"))).toEqual(buffer);
    }),
  );
});
