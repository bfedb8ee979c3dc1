import { expect, test } from "vitest";
import { runFolderCheck } from "../../testing/folder-cases.ts";
import { weightsIncomplete } from "./weights-incomplete.ts";

test("todo", () => { expect(runFolderCheck(weightsIncomplete, {})).toEqual([]); });
