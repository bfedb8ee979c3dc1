import { describe, expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { mlflowModelRunsCode } from "./mlflow-model-runs-code.ts";

const flavor = (...lines: readonly string[]) =>
  ({
    kind: "yaml",
    path: "m/MLmodel",
    code: `flavors:\n  python_function:\n${lines.map((line) => `    ${line}\n`).join("")}`,
  }) as const;

/** As MLflow 2 writes it. */
const usual = `artifact_path: file:///mlruns/0/abc/artifacts/model
flavors:
  python_function:
    artifacts:
      vocabulary:
        path: artifacts/vocab.txt
        uri: /home/someone/vocab.txt
    cloudpickle_version: 3.0.0
    code: null
    config:
      path: /data/index
    env:
      conda: conda.yaml
      virtualenv: python_env.yaml
    loader_module: mlflow.pyfunc.model
    python_model: python_model.pkl
  sklearn:
    code: ~
    pickled_model: model.pkl
  pytorch:
    model_data: data
    requirements_file:
      path: requirements.txt
mlflow_version: 2.19.0
saved_input_example_info:
  artifact_path: input_example.json
`;

checkCases(mlflowModelRunsCode, {
  found: [
    flavor("code: code", "loader_module: loader"),
    flavor("loader_module: mlflow_evil.sklearn"),
    flavor("loader_module: os"),
    flavor("data: /etc/passwd"),
    flavor("code: ../../shared"),
    flavor("model_path: 'C:\\models\\x.pkl'"),
    flavor("python_model: a/../../x.pkl"),
    flavor("artifacts:", "  a:", "    path: ../../../etc/passwd"),
    flavor("model_path: http://169.254.169.254/x"),
  ],
  clean: [
    { kind: "yaml", path: "m/MLmodel", code: usual },
    { kind: "yaml", path: "m/other.yaml", code: "flavors:\n  a:\n    loader_module: x\n" },
    flavor("loader_module: mlflow.pyfunc.loaders.code_model"),
    flavor("data: model.xgb"),
  ],
});

describe("a loader in a folder of code", () => {
  const severities = (...lines: readonly string[]) =>
    runCheck(mlflowModelRunsCode, flavor(...lines)).map(({ details }) => details.severity);
  test("is judged with the folder", () => {
    expect(severities("code: code", "loader_module: churn.loader")).toEqual(["medium"]);
  });
  test.each([
    [["loader_module: churn.loader"]],
    [["code: null", "loader_module: churn.loader"]],
    [["code: code", "loader_module: os"]],
    [["code: code", "loader_module: numpy.lib"]],
    [["code: code", "loader_module: 'a/b'"]],
  ])("and is grave where it is %j", (lines) => {
    expect(severities(...lines)).toEqual([undefined]);
  });
});
