import { defineCheck } from "../define.ts";

const groupWrite = 0o020;
const groupRun = 0o010;
const worldWrite = 0o002;
const worldRun = 0o001;

export const permissiveFileMode = defineCheck({
  meta: {
    id: "permissive-file-mode",
    code: "PV-CODE-003",
    title: "chmod opens a file to other users",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B103", "S103"],
    controls: ["CWE-732"],
    why: "Other users of the machine can change or run the file: a model or a script that is swapped before it is loaded.",
    mend: "Use 0o600 for data and 0o700 for programs; give a group access only where it needs it.",
    blind: "Modes that are worked out at run time.",
    since: "0.1.0",
    examples: {
      found: [{ code: 'import os\nos.chmod("model.pkl", 0o777)\n' }],
      clean: [{ code: 'import os\nos.chmod("model.pkl", 0o600)\n' }],
    },
  },
  run: ({ allCalls }, report) => {
    for (const call of allCalls()) {
      if (!call.method.includes("chmod") || call.node.args.length + call.node.keywords.length === 0)
        continue;
      const mode = call.argument(
        call.method === "chmod" && call.node.args.length === 1 ? 0 : 1,
        "mode",
      );
      const constant = mode?.constant();
      if (
        constant?.type !== "int" ||
        (constant.value & (worldWrite | groupWrite | groupRun | worldRun)) === 0
      )
        continue;
      const isLiteral = call.node.args.length === 2 && call.node.args[1]?.kind === "Constant";
      const aliases = isLiteral ? {} : { aliases: [] };
      const octal = `0o${constant.value.toString(8)}`;
      if ((constant.value & worldWrite) !== 0)
        report(call, { ...aliases, message: `mode ${octal} lets every user change the file` });
      else {
        report(call, {
          ...aliases,
          severity: "low",
          audience: "pedantic",
          message: `mode ${octal} opens the file to other users`,
        });
      }
    }
  },
});
