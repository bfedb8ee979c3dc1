import type { FindingDetails } from "../../core/index.ts";
import { isOn } from "../../formats/command/view.ts";
import { nameOf, type Setting } from "../../formats/setting/view.ts";
import { defineCheck } from "../define.ts";

function judge(setting: Setting): FindingDetails | undefined {
  const { value } = setting;
  switch (nameOf(setting)) {
    case "token":
      return value === ""
        ? {
            severity: "high",
            message: "Jupyter asks for no token: everybody who reaches the port has a shell",
          }
        : undefined;
    case "disable_check_xsrf":
      return isOn(value)
        ? { message: "A page that you visit can send requests to your Jupyter" }
        : undefined;
    case "allow_origin":
      return value === "*" ? { message: "Every web page may talk to this Jupyter" } : undefined;
    default:
      return undefined;
  }
}

export const jupyterOpenSetting = defineCheck({
  meta: {
    id: "jupyter-open-setting",
    code: "PV-CONF-003",
    title: "Jupyter's protections are configured away in a file",
    asset: "setting",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-306", "CWE-352", "ATLAS:AML.T0049", "ATLAS:AML.T0012"],
    why: "A notebook server runs whatever it is sent: without its token, or open to other pages, so does everybody else.",
    mend: "Leave the token alone (or set a password), keep the XSRF check, and name the one origin that needs it.",
    blind: "A proxy with a login in front.",
    references: ["https://jupyter-server.readthedocs.io/en/latest/operators/security.html"],
    since: "0.1.0",
    examples: {
      found: [{ path: "jupyter_server_config.json", code: '{"ServerApp": {"token": ""}}\n' }],
      clean: [{ path: "jupyter_server_config.json", code: '{"ServerApp": {"port": 8889}}\n' }],
    },
  },
  wants: (file) =>
    ["ServerApp", "NotebookApp", "IdentityProvider"].some((name) => file.mentions(name)),
  run: ({ settings }, report) => {
    for (const setting of settings) {
      if (
        !/(?:^|\.)(?:ServerApp|NotebookApp|LabApp|(?:Password)?IdentityProvider)\.\w+$/.test(
          setting.key,
        )
      )
        continue;
      const details = judge(setting);
      if (details !== undefined) report(setting, details);
    }
  },
});
