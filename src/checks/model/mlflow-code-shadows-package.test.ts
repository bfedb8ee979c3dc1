import { expect, test } from "vitest";
import { runFolderCheck } from "../../testing/folder-cases.ts";
import { mlflowCodeShadowsPackage } from "./mlflow-code-shadows-package.ts";

const model = (code = "code"): string =>
  `flavors:\n  sklearn:\n    pickled_model: model.pkl\n    code: ${code}\n  python_function:\n    code: ${code}\n    loader_module: mlflow.sklearn\n`;

function told(names: readonly string[], MLmodel = model()) {
  const files = Object.fromEntries(names.map((name) => [name, "x = 1\n"]));
  return runFolderCheck(mlflowCodeShadowsPackage, { MLmodel, ...files }).map(
    ({ message, details }) => [details.severity ?? "high", message],
  );
}

test("is critical of what loads the model", () => {
  expect(told(["code/sklearn/__init__.py", "code/sklearn/base.py"])).toEqual([
    [
      "critical",
      "`code/sklearn/__init__.py` is imported in the place of the installed `sklearn`, by which the model is loaded",
    ],
  ]);
  expect(told(["code/cloudpickle.py"])[0]?.[0]).toBe("critical");
});

test("is less so of what may be imported", () => {
  expect(told(["code/catboost.py"])).toEqual([
    ["high", "`code/catboost.py` is imported in the place of the installed `catboost`"],
  ]);
  expect(told(["code/logging.py"])).toEqual([
    ["medium", "`code/logging.py` is imported in the place of Python's own `logging`"],
  ]);
});

test("knows compiled modules, and folders of another name", () => {
  expect(told(["code/torch.cpython-311-x86_64-linux-gnu.so"])).toHaveLength(1);
  expect(told(["src/lib/torch.py"], model("./src/lib/"))).toHaveLength(1);
});

test.each([
  [["code/churn/__init__.py", "code/churn/sklearn.py", "code/utils.py", "code/main.py"], model()],
  [["code/notes.txt", "code/torch.md"], model()],
  [["sklearn.py"], model()],
  [["code/sklearn.py"], model("null")],
  [["code/sklearn.py"], "flavors: {}\n"],
] as const)("is silent on %j", (names, file) => {
  expect(told(names, file)).toEqual([]);
});
