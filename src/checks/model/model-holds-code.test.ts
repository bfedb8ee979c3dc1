import { expect, test } from "vitest";
import { modelFindings } from "../../testing/model-cases.ts";
import { modelHoldsCode } from "./model-holds-code.ts";

test("names what it is about", () => {
  expect(modelFindings(modelHoldsCode, "cmarshal\nloads\n(S'x'\ntR.")).toEqual([
    "marshal.loads makes a function or a class of code that is in the file",
  ]);
});
