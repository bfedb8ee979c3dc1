import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectQuick, expectWithin, textOf } from "../../testing/hostile.ts";
import { findOffence, holdFrom } from "./index.ts";

/** Test words are written in rot13, as the list is. */
const rot13 = (text: string): string =>
  text.replaceAll(/[a-z]/gi, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });

const score = (text: string): number => Math.max(0, ...findOffence(text).map((each) => each.score));

describe("told", () => {
  test.each([
    ["Lbh fghcvq ovgpu", undefined],
    ["JUNG GUR SHPX", undefined],
    ["s h p x you", "spacing"],
    ["s.h.p.x this", "spacing"],
    ["fuuuuuvg", "repetition"],
    ["s**x you", "stars"],
    ["nffub1r", "leet"],
    ["$uvg", "leet"],
    ["tb xvyy lbhefrys", undefined],
    ["rerf ha craqrwb", undefined],
    ["dhryyr chgnva", undefined],
    ["qh nefpuybpu", undefined],
  ])("%s", (coded, disguise) => {
    const text = rot13(coded);
    const found = findOffence(text).filter(({ score }) => score >= 0.5);
    expect(found.length).toBeGreaterThan(0);
    expect(found.some((each) => each.disguise === disguise)).toBe(true);
  });
});

test.each([
  "Scunthorpe, Penistone, Essex, Sussex, Cockburn, a cockpit, a peacock, shitake, assassin, classic, analysis",
  "Arsenal passed; the grape harvest, therapist, document, cumulative, circumstance, Dickens, Titan, title",
  "Spicy, spiced, spice; a chinked glass; the garden hoe; coconut; raccoon; Niger and Nigeria; snigger",
  "/(\\d+)\\s*stars?/ a*b*c 2*x $100 @user v1.2!",
  "Great!!! Sooooo goooood :)",
  "A B C D E F and x y z",
  "A pig, a monkey and an ape met a gay couple; hell froze over.",
  "",
])("nothing in %j", (text) => {
  expect(score(text)).toBeLessThan(0.5);
});

test("what is spoken of is worth less than what is said", () => {
  const word = rot13("avttre");
  expect(score(`You ${word}`)).toBeGreaterThan(0.9);
  expect(score(`The word "${word}" is a slur`)).toBeLessThan(0.6);
  expect(score(`He was called a ${word}.`)).toBeLessThan(0.6);
  expect(score(rot13("dhrref jrypbzr"))).toBeLessThan(0.3);
});

test("no word leaves before it is whole", () => {
  const text = `Well, ${rot13("lbh nffubyr")}, that is what I think of it all, and of everybody else here.`;
  const { start } = findOffence(text)[0]!;
  let settled = 0;
  for (let length = 1; length <= text.length; length++) {
    const seen = text.slice(0, length);
    settled = holdFrom(seen, settled);
    if (settled > start) expect(findOffence(seen)).toMatchObject([{ start }]);
  }
});

describe("hostile text", () => {
  test("places lie in the text", () => {
    const pieces = [
      rot13("shpx"),
      "s h i",
      "*",
      "$",
      "é",
      "\ud83d\ude00",
      "İ",
      "0",
      "aaa",
      " ",
      "-",
    ];
    fc.assert(
      fc.property(textOf(pieces), (text) => {
        expectWithin(text, findOffence(text));
        expect(holdFrom(text, 0)).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test.each(["a", "a ", "a*", "aaa ", "é", "1a", "$", `${rot13("shpx")} `, "kill "])(
    "a megabyte of %j",
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      expectQuick(() => findOffence(text), 8_000);
      expectQuick(() => holdFrom(text, 0), 50);
    },
  );
});
