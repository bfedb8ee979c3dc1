import { flag } from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";
import { commandsOf, door, opening } from "./doors.ts";

export const tensorboardOpen = defineCheck({
  meta: {
    id: "tensorboard-open",
    code: "PV-CMD-007",
    title: "TensorBoard is open to the network",
    asset: "command",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-306", "CWE-1327", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0035"],
    why: "It has no login: everybody who reaches it reads the logs of every run, with samples of the training data.",
    mend: "Leave it on localhost and forward the port with SSH.",
    blind: "A proxy or firewall in front.",
    since: "0.1.0",
    examples: {
      found: [{ path: "start.sh", code: "tensorboard --logdir runs --bind_all\n" }],
      clean: [{ path: "start.sh", code: "tensorboard --logdir runs\n" }],
    },
  },
  run: ({ commands }, report) => {
    for (const command of commandsOf(commands, "tensorboard", "tensorboard.main")) {
      const where =
        flag(command, "--bind_all", "--bind-all") ?? opening(command, { options: ["--host"] });
      if (where !== undefined) report(where, { extent: command, ...door(command.reach, "low") });
    }
  },
});
