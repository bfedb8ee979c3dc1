import { expect, test } from "vitest";
import { modelFindings } from "../../testing/model-cases.ts";
import { modelCallsUnknown } from "./model-calls-unknown.ts";

test("names what it is about", () => {
  expect(modelFindings(modelCallsUnknown, "cmypackage.tools\nprepare\n(S'x'\ntR.")).toEqual([
    "mypackage.tools.prepare is called, of which it is not known what it does",
  ]);
});
