import { commandCases } from "../../testing/command-cases.ts";
import { jupyterAsRoot } from "./jupyter-as-root.ts";

commandCases(jupyterAsRoot, {
  found: [
    ["shell", "jupyter notebook --allow-root --ip '*'"],
    ["dockerfile", "FROM x\nCMD jupyter lab --ip 0.0.0.0 --no-browser --allow-root"],
    [
      "python",
      "import subprocess\nsubprocess.Popen(['jupyter', 'lab', '--allow-root', '--ip', '0.0.0.0'])",
    ],
  ],
  clean: [
    ["shell", "jupyter lab --allow-root"],
    ["shell", "jupyter lab --ip=127.0.0.1 --allow-root"],
    ["shell", "composer --allow-root --ip=0.0.0.0"],
  ],
});
