import { expect, test } from "vitest";
import { runFolderCheck } from "../../testing/folder-cases.ts";
import { mlflowCodeShadowsPackage } from "./mlflow-code-shadows-package.ts";

test("todo", () => { expect(runFolderCheck(mlflowCodeShadowsPackage, {})).toEqual([]); });
