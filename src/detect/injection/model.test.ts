import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { bucketCount } from "./features.ts";
import { trainedModel } from "./model.ts";
import { digest, packed } from "./weights.generated.ts";

test("the weights are those that were trained, and small", () => {
  const { weights } = trainedModel();
  expect(weights).toHaveLength(bucketCount * 2);
  const bytes = new Uint8Array(weights.buffer);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(digest);
  expect(packed.length).toBeLessThan(2 * 1024 * 1024);
});

test("they are unpacked once", () => {
  expect(trainedModel()).toBe(trainedModel());
});
