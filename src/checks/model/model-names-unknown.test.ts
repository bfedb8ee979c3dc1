import { expect, test } from "vitest";
import { modelFindings } from "../../testing/model-cases.ts";
import { modelNamesUnknown } from "./model-names-unknown.ts";

test("names what it is about", () => {
  expect(modelFindings(modelNamesUnknown, "(lp0\ncmypackage.tools\nprepare\na.")).toEqual([
    "mypackage.tools.prepare is imported",
  ]);
});
