import fc from "fast-check";
import { expect } from "vitest";
import type { Span } from "../core/index.ts";

/** Texts made of the pieces that a format gives meaning to, and of others. */
export function textOf(pieces: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...pieces) },
    fc.string({ maxLength: 5 }),
  );
  return fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(""));
}

/** Holds that every span lies in the text. */
export function expectWithin(text: string, spans: readonly Span[]): void {
  for (const { start, end } of spans) {
    if (start >= 0 && start <= end && end <= text.length) continue;
    expect.fail(`span ${start}–${end} is not within 0–${text.length}`);
  }
}

/** Holds that the work takes less than a time that only more than linear growth needs. */
export function expectQuick(work: () => void, limitMs: number): void {
  const before = performance.now();
  work();
  expect(performance.now() - before).toBeLessThan(limitMs);
}
