import { expect, test } from "vitest";
import { modelFindings } from "../../testing/model-cases.ts";
import { modelTemplateLeavesSandbox } from "./model-template-leaves-sandbox.ts";

test("says what it is about", () => {
  const [example] = modelTemplateLeavesSandbox.meta.examples.found;
  expect(modelFindings(modelTemplateLeavesSandbox, example!.code)).toEqual([
    "The chat template leaves what a chat needs: it reaches for __init__",
  ]);
});
