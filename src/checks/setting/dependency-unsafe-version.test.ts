import { checkCases } from "../../testing/check-cases.ts";
import { dependencyUnsafeVersion } from "./dependency-unsafe-version.ts";

const toml = (code: string, path = "pyproject.toml") => ({ kind: "toml" as const, path, code });

checkCases(dependencyUnsafeVersion, {
  found: [
    toml('[project]\ndependencies = ["torch<2.6", "numpy"]\n'),
    toml('[project.optional-dependencies]\ntrain = ["torch==2.5.1"]\n'),
    toml('[tool.poetry.dependencies]\ntorch = "2.5.1"\n'),
    toml('[tool.poetry.dependencies]\nlitellm = { version = "1.82.7", extras = ["proxy"] }\n'),
    toml('[packages]\ntorch = "==2.5.1"\n', "Pipfile"),
    {
      kind: "yaml",
      path: "environment.yml",
      code: "dependencies:\n  - python=3.10\n  - pip:\n      - torch==2.5.0\n",
    },
    {
      kind: "ini",
      path: "setup.cfg",
      code: "[options]\ninstall_requires =\n    torch==2.4.0\n    numpy\n",
    },
  ],
  clean: [
    toml('[project]\ndependencies = ["torch>=2.5", "numpy"]\n'),
    toml('[tool.poetry.dependencies]\ntorch = "^2.5.1"\n'),
    toml('[tool.x]\ndependencies = ["torch<2.6"]\n', "other.toml"),
    { kind: "yaml", path: "chart.yaml", code: "dependencies:\n  - torch==2.5.0\n" },
  ],
});
