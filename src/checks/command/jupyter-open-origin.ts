import { isOn, option } from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";
import { jupyterCommands } from "./jupyter.ts";

const apps = ["ServerApp", "NotebookApp", "LabApp"] as const;
const origins = apps.map((app) => `--${app}.allow_origin`);
const checks = apps.map((app) => `--${app}.disable_check_xsrf`);

export const jupyterOpenOrigin = defineCheck({
  meta: {
    id: "jupyter-open-origin",
    code: "PV-CMD-003",
    title: "Other web pages may talk to Jupyter",
    asset: "command",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-352", "CWE-942"],
    why: "A page that you visit runs code in your notebook server.",
    mend: "Name the one origin that needs it, and keep the XSRF check.",
    blind: "A configuration file.",
    since: "0.1.0",
    examples: {
      found: [{ path: "start.sh", code: "jupyter lab --ServerApp.allow_origin='*'\n" }],
      clean: [
        {
          path: "start.sh",
          code: "jupyter lab --ServerApp.allow_origin=https://hub.riverbank.io\n",
        },
      ],
    },
  },
  run: ({ commands }, report) => {
    for (const command of jupyterCommands(commands)) {
      const origin = option(command, ...origins);
      if (origin?.text === "*") report(origin, { extent: command });
      const xsrf = option(command, ...checks);
      if (xsrf !== undefined && isOn(xsrf.text)) report(xsrf, { extent: command });
    }
  },
});
