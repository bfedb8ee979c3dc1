import { expect, test } from "vitest";
import { runFolderCheck } from "../../testing/folder-cases.ts";
import { modelFolderRunsCode } from "./model-folder-runs-code.ts";

test("todo", () => { expect(runFolderCheck(modelFolderRunsCode, {})).toEqual([]); });
