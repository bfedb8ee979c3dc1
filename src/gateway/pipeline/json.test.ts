import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson, parseJsonBytes } from "./json.ts";

const twins = [
  '{"a":1,"a":2}',
  '{"a":1,"b":{"c":[{"d":1,"d":2}]}}',
  '{"messages":[],"m\\u0065ssages":[]}',
  '{"a\\"b":1,"a\\u0022b":2}',
  `{${Array.from({ length: 40 }, (_, at) => `"k${at}":1`).join(",")},"k39":2}`,
];

describe("JSON of strangers", () => {
  it.each(twins)("sees a key twice: %s", (text) => {
    expect(parseJson(text)).toMatchObject({ kind: "json", isCanonical: false });
  });

  it.each([
    '{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}',
    '{"a":"\\"a\\":1,\\"a\\":2","b":"\\\\"}',
    '[{"a":1},"a",{"a":["a","a"]}]',
    '{"":1,"\\\\":2,"\\\\\\\\":3}',
  ])("takes what looks like one: %s", (text) => {
    expect(parseJson(text)).toMatchObject({ kind: "json", isCanonical: true });
  });

  it("agrees with itself on every value", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const parsed = parseJson(text);
        if (parsed.kind === "json") expect(parsed.isCanonical).toBe(true);
        else expect(text).toContain("__proto__");
      }),
    );
  });

  it("refuses what is too deep, no UTF-8, or reaches a prototype", () => {
    for (const text of [
      `${"[".repeat(200)}${"]".repeat(200)}`,
      '{"a":{"__proto__":{}}}',
      "{",
      "NaN",
    ])
      expect(parseJson(text).kind).toBe("invalid");
    expect(parseJsonBytes(Buffer.from([0x22, 0xff, 0x22])).kind).toBe("invalid");
  });

  it("costs no more than the length", () => {
    const hostile = [
      `{"a":"${"\\\\".repeat(500_000)}"}`,
      `{"a":"${'\\"'.repeat(500_000)}"}`,
      `{${Array.from({ length: 80_000 }, (_, at) => `"k${at}":1`).join(",")}}`,
      `${"[".repeat(500_000)}${"]".repeat(500_000)}`,
    ];
    // More than linear, they would not end before the test does.
    for (const text of hostile) expect(parseJson(text)).toBeDefined();
  });
});
