import { variable } from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";
import { commandsOf, door, opening, verbOf } from "./doors.ts";

export const rayDashboardOpenCommand = defineCheck({
  meta: {
    id: "ray-dashboard-open-command",
    code: "PV-CMD-006",
    title: "The Ray dashboard is started on all interfaces",
    asset: "command",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-306", "CWE-1327", "OWASP-ML06:2023", "ATLAS:AML.T0049"],
    why: "The dashboard takes jobs, that is programs, from everybody who reaches it; clusters have been taken over in numbers this way.",
    mend: "Leave it on 127.0.0.1 and reach it through an SSH tunnel, or set `RAY_AUTH_MODE=token` (Ray 2.52).",
    blind: "A firewall or container around it.",
    references: ["CVE-2023-48022", "https://docs.ray.io/en/latest/ray-security/index.html"],
    since: "0.1.0",
    examples: {
      found: [{ path: "start.sh", code: "ray start --head --dashboard-host 0.0.0.0\n" }],
      clean: [{ path: "start.sh", code: "ray start --head\n" }],
    },
  },
  run: ({ commands }, report) => {
    for (const command of commandsOf(commands, "ray")) {
      if (verbOf(command) !== "start" || variable(command, "RAY_AUTH_MODE")?.value.text === "token")
        continue;
      const where = opening(command, { options: ["--dashboard-host"] });
      if (where !== undefined) report(where, { extent: command, ...door(command.reach, "high") });
    }
  },
});
