import { expect, test } from "vitest";
import { modelFindings } from "../../testing/model-cases.ts";
import { modelMetadataCode } from "./model-metadata-code.ts";

test("says what it is about", () => {
  const [example] = modelMetadataCode.meta.examples.found;
  expect(modelFindings(modelMetadataCode, example!.code)).toEqual([
    'The metadata hold Python that imports under "init"',
  ]);
});
