import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

export const loggingConfigListen = defineCheck({
  meta: {
    id: "logging-config-listen",
    code: "PV-CODE-056",
    title: "logging.config.listen runs what it receives",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B612", "S612"],
    controls: ["CWE-94"],
    why: "The configuration that comes in over the socket is given to eval in part: every user of the machine can run code as the service.",
    mend: "Pass `verify=` to check a signature.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import logging.config\nlogging.config.listen(9999)\n" }],
      clean: [{ code: "import logging.config\nlogging.config.listen(9999, verify=check)\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("logging.config.listen")) {
      if (call.argument(1, "verify") === undefined) report(call, aliasesOf(call));
    }
  },
});
