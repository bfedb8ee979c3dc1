import { option } from "../../formats/command/view.ts";
import { isCommit } from "../code/artifacts.ts";
import { defineCheck } from "../define.ts";
import { commandsOf, verbOf } from "./doors.ts";

export const hubDownloadUnpinnedCommand = defineCheck({
  meta: {
    id: "hub-download-unpinned-command",
    code: "PV-CMD-027",
    title: "A model is downloaded without naming a commit",
    asset: "command",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-494",
      "CWE-829",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.003",
    ],
    why: "Whoever takes the repository over changes the model under you.",
    mend: "Pass `--revision <40 hex>`.",
    blind: "Models that servers download by themselves.",
    since: "0.1.0",
    examples: {
      found: [{ path: "fetch.sh", code: "hf download acme/net\n" }],
      clean: [
        {
          path: "fetch.sh",
          code: "hf download acme/net --revision 0f3a1c2b4d5e6f708192a3b4c5d6e7f809182736\n",
        },
      ],
    },
  },
  run: ({ commands }, report) => {
    for (const command of commandsOf(commands, "hf", "huggingface-cli")) {
      if (verbOf(command) !== "download" || isCommit(option(command, "--revision")?.text ?? ""))
        continue;
      const isNamed = command.args.some(
        ({ text, isKnown }) => isKnown && /^[\w.-]+\/[\w.-]+$/.test(text),
      );
      report(command, isNamed ? {} : { audience: "pedantic" });
    }
    for (const command of commandsOf(commands, "git")) {
      const address = command.args.find(({ text }) =>
        /^https:\/\/(?:[^@/]*@)?huggingface\.co\//.test(text),
      );
      if (address !== undefined && command.args.some(({ text }) => text === "clone"))
        report(address, { extent: command, audience: "pedantic" });
    }
  },
});
