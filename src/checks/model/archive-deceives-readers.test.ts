import { expect, test } from "vitest";
import { modelFindings } from "../../testing/model-cases.ts";
import { archiveDeceivesReaders } from "./archive-deceives-readers.ts";

test("says which member it is", () => {
  const [example] = archiveDeceivesReaders.meta.examples.found;
  expect(modelFindings(archiveDeceivesReaders, example!.code)).toEqual([
    'The member "model/b.pkl": its local header says model/a.pkl: Python refuses it, PyTorch does not',
  ]);
});
