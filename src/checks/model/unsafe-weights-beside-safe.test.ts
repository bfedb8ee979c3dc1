import { expect, test } from "vitest";
import { runFolderCheck } from "../../testing/folder-cases.ts";
import { unsafeWeightsBesideSafe } from "./unsafe-weights-beside-safe.ts";

test("todo", () => { expect(runFolderCheck(unsafeWeightsBesideSafe, {})).toEqual([]); });
