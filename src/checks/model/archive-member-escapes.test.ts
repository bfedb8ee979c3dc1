import { expect, test } from "vitest";
import { modelFindings } from "../../testing/model-cases.ts";
import { archiveMemberEscapes } from "./archive-member-escapes.ts";

test("says which member it is", () => {
  const [example] = archiveMemberEscapes.meta.examples.found;
  expect(modelFindings(archiveMemberEscapes, example!.code)).toEqual([
    'The member "../x.txt": it leads out of the folder',
  ]);
});
