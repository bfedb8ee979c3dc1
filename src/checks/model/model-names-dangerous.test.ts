import { expect, test } from "vitest";
import { modelFindings } from "../../testing/model-cases.ts";
import { modelNamesDangerous } from "./model-names-dangerous.ts";

test("names what it is about", () => {
  expect(modelFindings(modelNamesDangerous, "(lp0\ncos\nsystem\na.")).toEqual([
    "os.system is imported",
  ]);
});
