import { expect, test } from "vitest";
import { modelFindings } from "../../testing/model-cases.ts";
import { modelUnclear } from "./model-unclear.ts";

test("names what it is about", () => {
  expect(modelFindings(modelUnclear, "ccollections\nOrderedDict\n(lp0\nS'x'\n")).toEqual([
    "It cannot be followed to its end: it ends in the middle",
  ]);
});
