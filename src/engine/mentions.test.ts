import fc from "fast-check";
import { expect, test } from "vitest";
import { mentionsIn } from "./mentions.ts";

test("finds what is there and nothing else", () => {
  const mentions = mentionsIn("import torch\nmodel = torch.load(path)\n");
  expect(mentions("torch")).toBe(true);
  expect(mentions("torch.load")).toBe(true);
  expect(mentions("as")).toBe(false);
  expect(mentions("torchvision")).toBe(false);
  expect(mentions("")).toBe(true);
});

test("answers as includes does, for any text and word", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "t", "o", "é", "\u{1F600}", "\u4e2d") });
  fc.assert(
    fc.property(text, text, fc.nat(), fc.nat(9), (whole, word, from, size) => {
      const mentions = mentionsIn(whole);
      const part = whole.slice(from % (whole.length + 1)).slice(0, size);
      expect(mentions(word)).toBe(whole.includes(word));
      expect(mentions(part)).toBe(true);
    }),
  );
});
