import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectQuick } from "../../../testing/hostile.ts";
import { vectorsOf } from "./vectors.ts";
import type { Unpacked } from "../unpacked.ts";

export type Unpack = (bytes: Buffer, limit: number) => Unpacked;

/** More than any of the vectors holds. */
export const plenty = 1_000_000;

/** What of one byte string begins the other: their common length. */
function commonLength(one: Buffer, other: Buffer): number {
  const end = Math.min(one.length, other.length);
  for (let at = 0; at < end; at++) if (one[at] !== other[at]) return at;
  return end;
}

/** Holds what every unpacker must do, over the vectors whose name begins so. */
export function describeUnpacker(start: string, unpack: Unpack): void {
  // A filter that is not undone has a test of its own.
  const vectors = vectorsOf(start).filter(([name]) => !name.endsWith("ARM"));
  const anyOne = fc.constantFrom(...vectors.map(([, each]) => each));

  describe(`every ${start.trim()} stream`, () => {
    test.each(vectors)("%s is unpacked", (_, { packed, unpacked }) => {
      const found = unpack(packed, plenty);
      expect(found.problem).toBeUndefined();
      expect(found.bytes.equals(unpacked)).toBe(true);
    });

    test.each(vectors)("%s takes just the limit, and says where it is less", (name, each) => {
      const { packed, unpacked } = each;
      // What a call is takes four bytes more to know.
      const unsettled = name.includes("x86") ? 4 : 0;
      expect(unpack(packed, unpacked.length).problem).toBeUndefined();
      for (const limit of [0, 1, unpacked.length >> 1, unpacked.length - 1]) {
        if (limit < 0 || limit >= unpacked.length) continue;
        const { bytes, problem } = unpack(packed, limit);
        expect(problem?.kind).toBe("limit");
        expect(bytes.length).toBeLessThanOrEqual(limit);
        expect(bytes.length).toBeGreaterThanOrEqual(limit - unsettled);
        expect(commonLength(bytes, unpacked)).toBe(bytes.length);
      }
    });

    test.each(vectors)("%s, cut anywhere, gives its beginning", (_, { packed, unpacked }) => {
      const step = Math.ceil(packed.length / 500);
      for (let end = 0; end < packed.length; end += step) {
        const { bytes, problem } = unpack(packed.subarray(0, end), plenty);
        expect(problem?.kind, `at ${end}`).toBe("truncated");
        expect(commonLength(bytes, unpacked), `at ${end}`).toBe(bytes.length);
      }
    });

    test("a changed byte ends quickly, within the limit", () => {
      const limits = fc.integer({ min: 0, max: 300_000 });
      const property = fc.property(
        anyOne,
        fc.nat(),
        fc.nat(255),
        limits,
        (each, place, to, limit) => {
          const packed = Buffer.from(each.packed);
          packed[place % packed.length] = to;
          expectQuick(
            () => expect(unpack(packed, limit).bytes.length).toBeLessThanOrEqual(limit),
            2000,
          );
        },
      );
      fc.assert(property, { numRuns: 1500 });
    });

    test("any bytes behind a beginning end quickly, within the limit", () => {
      const tails = fc.uint8Array({ maxLength: 300 });
      const property = fc.property(anyOne, fc.nat(40), tails, ({ packed }, head, tail) => {
        const bytes = Buffer.concat([packed.subarray(0, head), tail]);
        expectQuick(() => expect(unpack(bytes, 9999).bytes.length).toBeLessThanOrEqual(9999), 2000);
      });
      fc.assert(property, { numRuns: 1500 });
    });
  });
}
