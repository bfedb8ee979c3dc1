import { flag, option } from "../../formats/command/view.ts";
import { isEveryInterface } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";
import { jupyterCommands } from "./jupyter.ts";

export const jupyterAsRoot = defineCheck({
  meta: {
    id: "jupyter-as-root",
    code: "PV-CMD-004",
    title: "Jupyter runs as root and listens on all interfaces",
    asset: "command",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-250", "CWE-1327"],
    why: "Whoever gets the token has root in the container, and a shorter way to the host.",
    mend: "Start it as an ordinary user, without `--allow-root`.",
    blind: "Which user it is in the end.",
    since: "0.1.0",
    examples: {
      found: [{ path: "start.sh", code: "jupyter lab --ip=0.0.0.0 --allow-root\n" }],
      clean: [{ path: "start.sh", code: "jupyter lab --ip=0.0.0.0\n" }],
    },
  },
  run: ({ commands }, report) => {
    for (const command of jupyterCommands(commands)) {
      const root = flag(command, "--allow-root");
      const address = option(command, "--ip", "--ServerApp.ip", "--NotebookApp.ip");
      if (root !== undefined && address !== undefined && isEveryInterface(address.text))
        report(root, { extent: command });
    }
  },
});
