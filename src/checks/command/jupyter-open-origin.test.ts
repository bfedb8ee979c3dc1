import { commandCases } from "../../testing/command-cases.ts";
import { jupyterOpenOrigin } from "./jupyter-open-origin.ts";

commandCases(jupyterOpenOrigin, {
  found: [
    ["shell", "jupyter notebook --NotebookApp.allow_origin '*'"],
    ["dockerfile", 'FROM x\nCMD ["jupyter", "server", "--ServerApp.disable_check_xsrf=True"]'],
    ["shell", "exec python -m jupyterlab --ServerApp.allow_origin=*"],
  ],
  clean: [
    ["shell", "jupyter lab"],
    ["shell", "jupyter lab --ServerApp.disable_check_xsrf=False"],
    ["shell", "other --ServerApp.allow_origin='*'"],
  ],
});
