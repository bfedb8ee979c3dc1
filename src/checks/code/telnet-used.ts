import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

export const telnetUsed = defineCheck({
  meta: {
    id: "telnet-used",
    code: "PV-CODE-021",
    title: "Telnet sends everything in clear",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B312", "S312"],
    controls: ["CWE-319"],
    why: "Passwords and commands can be read and changed by anybody on the way.",
    mend: "Use SSH.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import telnetlib\ntelnetlib.Telnet(host)\n" }],
      clean: [{ code: "import asyncssh\nasyncssh.connect(host)\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("telnetlib.Telnet")) report(call, aliasesOf(call));
  },
});
