import { checkCases } from "../../testing/check-cases.ts";
import { jupyterOpenConfig } from "./jupyter-open-config.ts";

checkCases(jupyterOpenConfig, {
  found: [
    "c.NotebookApp.token = ''",
    'c.IdentityProvider.token = ""',
    "c.ServerApp.disable_check_xsrf = True",
    "c.ServerApp.allow_origin = '*'",
    "c.JupyterHub.authenticator_class = 'dummy'",
  ],
  clean: [
    "c.ServerApp.token = os.environ['TOKEN']",
    "c.ServerApp.password = ''",
    "# c.ServerApp.token = ''",
    "c.ServerApp.ip = '127.0.0.1'",
    "other.ServerApp.token = ''",
  ],
});
