import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprint } from "./fingerprint.ts";

const parts = { check: "pickle-load", path: "src/a.py", evidence: "pickle.load(f)", ordinal: 0 };

test("is what it has always been: baselines of users hold it", () => {
  expect(fingerprint(parts)).toMatchInlineSnapshot(`"d68698caaa005e63cef9096b46763ac6"`);
  expect(fingerprint(parts)).toMatch(/^[0-9a-f]{32}$/);
});

test("does not change with the white space of the evidence", () => {
  expect(fingerprint({ ...parts, evidence: "  pickle.load(f)\n" })).toBe(fingerprint(parts));
  expect(fingerprint({ ...parts, evidence: "a \t\r\n b" })).toBe(
    fingerprint({ ...parts, evidence: "a b" }),
  );
});

test.each([
  ["check", { check: "dill-load" }],
  ["path", { path: "src/b.py" }],
  ["evidence", { evidence: "pickle.load(g)" }],
  ["ordinal", { ordinal: 1 }],
])("changes with the %s", (_, other) => {
  expect(fingerprint({ ...parts, ...other })).not.toBe(fingerprint(parts));
});

test("no part can pose as the end of the one before it", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "0", "\u0001"), maxLength: 4 });
  const all = fc.record({ check: text, path: text, evidence: text, ordinal: fc.nat({ max: 3 }) });
  fc.assert(
    fc.property(all, all, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      expect(fingerprint(one) === fingerprint(other)).toBe(isSame);
    }),
  );
});
