import fc from "fast-check";
import { expect, test } from "vitest";
import type { Detection } from "../detect/detection.ts";
import { applyEdits, type Edit, type GuardResult } from "./index.ts";
import { openVault } from "./redaction.ts";

function resultFor(text: string, values: readonly string[], kind: Detection["kind"]): GuardResult {
  const detections: Detection[] = [];
  const edits: Edit[] = [];
  for (const value of values)
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
      detections.push({ kind, rule: "test", score: 1, start: at, end: at + value.length });
      edits.push({ start: at, end: at + value.length, text: "[MASKED]" });
    }
  edits.sort((a, b) => a.start - b.start);
  return { verdict: "redact", detections, edits };
}

test("a value has one placeholder, and comes back", () => {
  const vault = openVault();
  const text = "Write ann@example.com and bob@example.com, not ann@example.com.";
  const result = resultFor(text, ["ann@example.com", "bob@example.com"], "email-address");
  const sent = applyEdits(text, vault.hide(text, result));
  expect(sent).toBe("Write [EMAIL_1] and [EMAIL_2], not [EMAIL_1].");
  expect(vault.size()).toBe(2);
  expect(vault.restore("I wrote [EMAIL_2] and [EMAIL_7].")).toBe(
    "I wrote bob@example.com and [EMAIL_7].",
  );
});

test("a placeholder that a text brought along is not given out", () => {
  const vault = openVault();
  const text = "[EMAIL_1] is ann@example.com";
  const sent = applyEdits(
    text,
    vault.hide(text, resultFor(text, ["ann@example.com"], "email-address")),
  );
  expect(sent).toBe("[EMAIL_1] is [EMAIL_2]");
  expect(vault.restore(sent)).toBe(text);
});

test("secrets do not come back", () => {
  const vault = openVault();
  const text = "key abc";
  expect(vault.hide(text, resultFor(text, ["abc"], "secret"))).toEqual([
    { start: 4, end: 7, text: "[MASKED]" },
  ]);
});

test("an answer in pieces is put together to the same", () => {
  const vault = openVault();
  const text = "ann@example.com bob@example.com";
  vault.hide(text, resultFor(text, ["ann@example.com", "bob@example.com"], "email-address"));
  const part = fc.constantFrom(
    "[EMAIL_1]",
    "[EMAIL_2]",
    "[EMAIL_",
    "[",
    "]",
    "x [",
    "EMAIL_1]",
    " ",
  );
  fc.assert(
    fc.property(fc.array(part), fc.array(fc.nat(9), { minLength: 1 }), (parts, sizes) => {
      const answer = parts.join("");
      const restoring = vault.openRestoring();
      let made = "";
      for (let at = 0, turn = 0; at < answer.length; turn++) {
        const size = sizes[turn % sizes.length]! + 1;
        made += restoring.push(answer.slice(at, at + size));
        at += size;
      }
      expect(made + restoring.end()).toBe(vault.restore(answer));
    }),
  );
});
