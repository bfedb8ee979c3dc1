import { commandCases, detailsOf } from "../../testing/command-cases.ts";
import { expect, test } from "vitest";
import { jupyterNoToken } from "./jupyter-no-token.ts";

commandCases(jupyterNoToken, {
  found: [
    ["shell", "nohup jupyter notebook --ip 0.0.0.0 --NotebookApp.token= &"],
    ["shell", "JUPYTER_TOKEN='' jupyter lab"],
    ["dockerfile", 'FROM x\nCMD ["jupyter", "lab", "--ip=0.0.0.0", "--IdentityProvider.token="]'],
    [
      "yaml",
      "services:\n  a:\n    image: quay.io/jupyter/base-notebook\n    command: start-notebook.py --IdentityProvider.token=''\n    ports: ['8888:8888']\n",
    ],
    ["python", "import os\nos.system(\"jupyter lab --ServerApp.token=''\")"],
  ],
  clean: [
    ["shell", "jupyter lab --ip=0.0.0.0"],
    ["shell", 'jupyter lab --ServerApp.token="$TOKEN"'],
    ["shell", "jupyter lab --ServerApp.token=abc"],
    ["shell", "login --token=''"],
  ],
});

test("is worse the more can reach it", () => {
  const compose = (ports: string) =>
    `services:\n  a:\n    image: i\n    command: jupyter lab --ip=0.0.0.0 --ServerApp.token=''\n${ports}`;
  expect(
    detailsOf(jupyterNoToken, "yaml", compose("    ports: ['8888:8888']\n"))?.severity,
  ).toBeUndefined();
  expect(
    detailsOf(jupyterNoToken, "yaml", compose("    ports: ['127.0.0.1:8888:8888']\n"))?.severity,
  ).toBe("low");
  expect(
    detailsOf(jupyterNoToken, "dockerfile", "CMD jupyter lab --ip=0.0.0.0 --ServerApp.token=''")
      ?.severity,
  ).toBe("medium");
});
