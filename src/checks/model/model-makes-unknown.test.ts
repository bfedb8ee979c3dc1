import { expect, test } from "vitest";
import { modelFindings } from "../../testing/model-cases.ts";
import { modelMakesUnknown } from "./model-makes-unknown.ts";

test("names the class", () => {
  const code = "ccopyreg\n_reconstructor\n(cmypackage.tools\nScaler\nc__builtin__\nobject\nNtR.";
  expect(modelFindings(modelMakesUnknown, code)).toEqual([
    "An object is made of mypackage.tools.Scaler, of which it is not known how it takes its state",
  ]);
});
