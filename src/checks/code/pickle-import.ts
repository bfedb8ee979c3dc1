import { defineCheck } from "../define.ts";
import { importsOf } from "./support.ts";

const modules: readonly string[] = ["pickle", "cPickle", "dill", "shelve"];

export const pickleImport = defineCheck({
  meta: {
    id: "pickle-import",
    code: "PV-CODE-028",
    title: "A module that unpickles is imported",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: ["B403", "S403"],
    controls: ["CWE-502"],
    why: "Where pickle is at hand, somebody will load a file that others wrote.",
    mend: "Keep to formats that hold only data.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import pickle\n" }],
      clean: [{ code: "import pickletools\n" }],
    },
  },
  run: (view, report) => {
    for (const found of importsOf(view, modules))
      report(found, { ...found.details, message: `${found.module} that unpickles is imported` });
  },
});
