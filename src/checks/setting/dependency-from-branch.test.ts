import { checkCases } from "../../testing/check-cases.ts";
import { dependencyFromBranch } from "./dependency-from-branch.ts";

const toml = (code: string) => ({ kind: "toml" as const, path: "pyproject.toml", code });

checkCases(dependencyFromBranch, {
  found: [
    toml('[project]\ndependencies = ["net @ git+https://github.com/acme/net@main"]\n'),
    toml('[tool.poetry.dependencies]\nnet = { git = "https://github.com/acme/net.git" }\n'),
    {
      kind: "yaml",
      path: "environment.yml",
      code: "dependencies:\n  - pip:\n      - git+https://github.com/acme/net\n",
    },
  ],
  clean: [
    toml(
      '[tool.poetry.dependencies]\nnet = { git = "https://github.com/acme/net.git", rev = "0f3a1c2b4d5e6f708192a3b4c5d6e7f809182736" }\n',
    ),
    toml('[project]\ndependencies = ["net"]\n'),
    toml('[project.urls]\nsource = "git+https://github.com/acme/net"\n'),
  ],
});
