import type { FindingDetails } from "../../core/index.ts";
import { isEveryInterface } from "../support/addresses.ts";
import { option, variable, type Command, type Word } from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";
import { jupyterCommands } from "./jupyter.ts";

const tokens = [
  "NotebookApp",
  "ServerApp",
  "IdentityProvider",
  "LabApp",
  "PasswordIdentityProvider",
].map((app) => `--${app}.token`);

function emptyToken(command: Command): Word | undefined {
  const token = option(command, ...tokens);
  if (token !== undefined) return token.isKnown && token.text === "" ? token : undefined;
  const set = variable(command, "JUPYTER_TOKEN");
  return set?.value.isKnown === true && set.value.text === "" ? set.value : undefined;
}

function judge(command: Command): FindingDetails {
  const address = option(command, "--ip", "--ServerApp.ip", "--NotebookApp.ip");
  // The images of the Jupyter project listen on all interfaces.
  const isOpen =
    address === undefined ? command.program.startsWith("start-") : isEveryInterface(address.text);
  if (!isOpen || command.reach === "loopback" || command.reach === "internal") {
    return {
      severity: "low",
      message: "Jupyter asks for no token: every program and user of this machine has a shell",
    };
  }
  const message =
    "Jupyter asks for no token and listens on all interfaces: everybody who reaches the port has a shell";
  return command.reach === "network" ? { message } : { severity: "medium", message };
}

export const jupyterNoToken = defineCheck({
  meta: {
    id: "jupyter-no-token",
    code: "PV-CMD-002",
    title: "Jupyter is started without its token",
    asset: "command",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-306", "CWE-1327", "ATLAS:AML.T0049", "ATLAS:AML.T0012"],
    why: "A notebook server runs what it is sent. Open ones are searched for and taken over within hours.",
    mend: "Leave the token alone, or set a password; reach it through an SSH tunnel.",
    blind: "A proxy with a login in front; tokens in a configuration file.",
    references: ["https://jupyter-server.readthedocs.io/en/latest/operators/security.html"],
    since: "0.1.0",
    examples: {
      found: [
        { path: "start.sh", code: "jupyter lab --ip=0.0.0.0 --ServerApp.token='' --allow-root\n" },
      ],
      clean: [{ path: "start.sh", code: "jupyter lab --ip=0.0.0.0 --ServerApp.token=$TOKEN\n" }],
    },
  },
  run: ({ commands }, report) => {
    for (const command of jupyterCommands(commands)) {
      const token = emptyToken(command);
      if (token !== undefined) report(token, { extent: command, ...judge(command) });
    }
  },
});
