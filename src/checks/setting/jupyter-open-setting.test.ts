import { commandCases } from "../../testing/command-cases.ts";
import { jupyterOpenSetting } from "./jupyter-open-setting.ts";

commandCases(jupyterOpenSetting, {
  found: [
    ["json", '{"NotebookApp": {"allow_origin": "*"}}'],
    ["json", '{\n  "IdentityProvider": {\n    "token": ""\n  }\n}'],
    ["yaml", "hub:\n  config:\n    ServerApp:\n      disable_check_xsrf: true\n"],
  ],
  clean: [
    ["json", '{"ServerApp": {"token": "x"}}'],
    ["json", '{"ServerApp": {"password": ""}}'],
    ["json", '{"OtherApp": {"token": ""}}'],
  ],
});
