import { expect, test } from "vitest";
import { runFolderCheck } from "../../testing/folder-cases.ts";
import { weightsLeaveFolder } from "./weights-leave-folder.ts";

test("todo", () => { expect(runFolderCheck(weightsLeaveFolder, {})).toEqual([]); });
