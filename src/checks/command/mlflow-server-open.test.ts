import { expect, test } from "vitest";
import { commandCases, detailsOf } from "../../testing/command-cases.ts";
import { mlflowServerOpen } from "./mlflow-server-open.ts";

commandCases(mlflowServerOpen, {
  found: [
    ["shell", "mlflow ui -h 0.0.0.0"],
    ["shell", "uv run mlflow server \\\n  --host=0.0.0.0 &"],
    [
      "yaml",
      "services:\n  a:\n    image: i\n    command: >\n      mlflow server\n      --host 0.0.0.0\n    ports: ['5000:5000']\n",
    ],
    [
      "yaml",
      "services:\n  a:\n    image: i\n    command: ['sh', '-c', 'pip install x && mlflow server --host 0.0.0.0']\n",
    ],
    ["python", "import subprocess\nsubprocess.Popen(['mlflow', 'server', '--host', '0.0.0.0'])"],
  ],
  clean: [
    ["shell", "mlflow server --host 127.0.0.1"],
    ["shell", "mlflow server"],
    ["shell", "mlflow server --host 0.0.0.0 --app-name=basic-auth"],
    ["shell", "mlflow run . --host 0.0.0.0"],
  ],
});

test("counts less where only this machine reaches it", () => {
  const text =
    "services:\n  a:\n    image: i\n    command: mlflow server --host 0.0.0.0\n    ports: ['127.0.0.1:5000:5000']\n";
  expect(detailsOf(mlflowServerOpen, "yaml", text)).toMatchObject({
    severity: "low",
    audience: "pedantic",
  });
});
