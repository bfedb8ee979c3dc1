import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

export const mktempRace = defineCheck({
  meta: {
    id: "mktemp-race",
    code: "PV-CODE-016",
    title: "tempfile.mktemp gives a name that another user can take first",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B306", "S306"],
    controls: ["CWE-377"],
    why: "Between the choice of the name and its use another user can put a file or a link there.",
    mend: "Use `tempfile.mkstemp()` or `NamedTemporaryFile`.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import tempfile\nname = tempfile.mktemp()\n" }],
      clean: [{ code: "import tempfile\nhandle, name = tempfile.mkstemp()\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("tempfile.mktemp")) report(call, aliasesOf(call));
  },
});
