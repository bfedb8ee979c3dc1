import { expect, test } from "vitest";
import { modelFindings } from "../../testing/model-cases.ts";
import { modelRunsCode } from "./model-runs-code.ts";

test("names what it is about", () => {
  expect(modelFindings(modelRunsCode, "cos\nsystem\n(S'id'\ntR.")).toEqual(["os.system is called"]);
});
