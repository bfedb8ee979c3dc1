import { flag } from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";
import { commandsOf } from "./doors.ts";

export const torchserveTokenOff = defineCheck({
  meta: {
    id: "torchserve-token-off",
    code: "PV-CMD-011",
    title: "TorchServe is started without its tokens",
    asset: "command",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-306", "OWASP-ML06:2023", "OWASP-LLM04:2026", "ATLAS:AML.T0049"],
    why: "Whoever reaches the management port registers a model from any address that is allowed, and a model archive is code.",
    mend: "Leave token authorisation on, and keep the management port on 127.0.0.1.",
    blind: "The addresses in `config.properties`, which `torchserve-management-open` reads.",
    references: ["CVE-2023-43654", "https://pytorch.org/serve/token_authorization_api.html"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "start.sh",
          code: "torchserve --start --model-store models --disable-token-auth\n",
        },
      ],
      clean: [{ path: "start.sh", code: "torchserve --start --model-store models\n" }],
    },
  },
  run: ({ commands }, report) => {
    for (const command of commandsOf(commands, "torchserve")) {
      const where = flag(command, "--disable-token-auth", "--disable-token");
      if (where !== undefined) report(where, { extent: command });
    }
  },
});
