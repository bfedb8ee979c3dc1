import { expect, test } from "vitest";
import { modelFindings } from "../../testing/model-cases.ts";
import { modelContradictsFormat } from "./model-contradicts-format.ts";

test("says what it is about", () => {
  const [example] = modelContradictsFormat.meta.examples.found;
  expect(modelFindings(modelContradictsFormat, example!.code)).toEqual([
    "It contradicts its format: 4 bytes behind the last tensor belong to none",
  ]);
});
