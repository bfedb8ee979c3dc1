import { option } from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";
import { commandsOf, door, opening, verbOf } from "./doors.ts";

export const mlflowServerOpen = defineCheck({
  meta: {
    id: "mlflow-server-open",
    code: "PV-CMD-005",
    title: "The MLflow server is open to the network",
    asset: "command",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-306",
      "CWE-1327",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML10:2023",
      "ATLAS:AML.T0035",
      "ATLAS:AML.T0049",
    ],
    why: "Without a login everybody who reaches it reads runs and replaces models that others load; older versions also hand out files of the server.",
    mend: "Start it with `--app-name basic-auth`, or on 127.0.0.1 behind a proxy with a login.",
    blind: "A proxy or firewall in front.",
    references: [
      "CVE-2023-1177",
      "CVE-2023-6831",
      "https://mlflow.org/docs/latest/self-hosting/security/basic-http-auth/",
    ],
    since: "0.1.0",
    examples: {
      found: [{ path: "start.sh", code: "mlflow server --host 0.0.0.0 --port 5000\n" }],
      clean: [{ path: "start.sh", code: "mlflow server --host 0.0.0.0 --app-name basic-auth\n" }],
    },
  },
  run: ({ commands }, report) => {
    for (const command of commandsOf(commands, "mlflow")) {
      const verb = verbOf(command);
      if (
        !/^(?:server|ui|models|deployments|gateway)$/.test(verb) ||
        option(command, "--app-name") !== undefined
      )
        continue;
      const where = opening(command, { options: ["--host", "-h"], variables: ["MLFLOW_HOST"] });
      if (where === undefined) continue;
      const isServer = verb === "server" || verb === "ui";
      const details = isServer
        ? door(command.reach, "medium")
        : {
            ...door(command.reach, "low"),
            message: "A model is served to the network without a login",
          };
      report(where, { extent: command, ...details });
    }
  },
});
