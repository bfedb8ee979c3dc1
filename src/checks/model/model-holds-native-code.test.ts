import { expect, test } from "vitest";
import { modelFindings } from "../../testing/model-cases.ts";
import { modelHoldsNativeCode } from "./model-holds-native-code.ts";

test("says which member it is", () => {
  const [example] = modelHoldsNativeCode.meta.examples.found;
  expect(modelFindings(modelHoldsNativeCode, example!.code)).toEqual([
    'The member "x.so" is machine code (ELF)',
  ]);
});
