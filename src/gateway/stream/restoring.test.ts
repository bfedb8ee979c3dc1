import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../guard/edits.ts";
import { openVault } from "../../guard/redaction.ts";
import { passing } from "./passing.ts";
import { restoringStream } from "./restoring.ts";

function vaultOf(text: string) {
  const vault = openVault();
  const detections = [...text.matchAll(/\S+@\S+\.\w+/g)].map(({ 0: given, index }) => {
    const place = { start: index, end: index + given.length };
    return { kind: "email-address", rule: "test", score: 1, ...place } as const;
  });
  const edits = detections.map(({ start, end }) => ({ start, end, text: "[EMAIL]" }));
  const result = { verdict: "redact", detections, edits } as const;
  return { vault, masked: applyEdits(text, vault.hide(text, result)) };
}

describe("masks that are undone in a stream", () => {
  const said = "Write to anna.keller@brandmail.de and to joe.miller@brandmail.com, please.";

  it("gives the same text wherever it is cut", () => {
    const { vault, masked } = vaultOf(said);
    expect(masked).toMatch(/\[EMAIL_1\].*\[EMAIL_2\]/);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (sizes) => {
        const stream = restoringStream(passing(), vault);
        const edits = [];
        let at = 0;
        let settled = 0;
        for (let turn = 0; at < masked.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          const state = stream.push(masked.slice(at, at + size));
          for (const edit of state.edits) {
            expect(edit.start).toBeGreaterThanOrEqual(settled);
            expect(edit.end).toBeLessThanOrEqual(state.settled);
          }
          expect(state.settled).toBeGreaterThanOrEqual(settled);
          settled = state.settled;
          edits.push(...state.edits);
          at += size;
        }
        edits.push(...stream.end().edits);
        expect(applyEdits(masked, edits)).toBe(said);
      }),
    );
  });
});
