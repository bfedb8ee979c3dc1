import { expect, test } from "vitest";
import { seeded } from "../../../bench/support/random.ts";
import { anchorSearch, type Anchor } from "./anchors.ts";

const anchors: readonly Anchor[] = [
  { text: "abc", folded: false },
  { text: "Bca", folded: true },
  { text: "abca", folded: false },
  { text: "cabac", folded: true },
  { text: "bbbbb", folded: false },
  { text: "a-b-c-a", folded: true },
];
const { pick, below } = seeded(5);

function naive(text: string): readonly string[] {
  return anchors.flatMap(({ text: anchor, folded }) => {
    const [inside, wanted] = folded ? [text.toLowerCase(), anchor.toLowerCase()] : [text, anchor];
    const found: string[] = [];
    for (let at = inside.indexOf(wanted); at >= 0; at = inside.indexOf(wanted, at + 1))
      found.push(`${anchor} ${at}`);
    return found;
  });
}

test("every anchor is met once wherever it stands, as a plain search meets it", () => {
  const search = anchorSearch(anchors);
  for (let round = 0; round < 400; round++) {
    const letters = Array.from({ length: below(40) }, () => pick(["a", "b", "c", "B", "C", "-"]));
    // Some begin near the border of the pieces that a long text is read in.
    const text = (round % 20 === 0 ? "~".repeat(65_480 + below(60)) : "") + letters.join("");
    const met: string[] = [];
    search(text, {
      onAnchor: (anchor, at) => met.push(`${anchors[anchor]!.text} ${at}`),
      onRun: () => {},
    });
    expect(met.toSorted()).toEqual(naive(text).toSorted());
  }
});
