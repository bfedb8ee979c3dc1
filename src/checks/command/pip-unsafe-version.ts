import { defineCheck } from "../define.ts";
import { installArguments } from "./pip.ts";
import { readRequirement, unsafetyOf } from "./unsafe-versions.ts";

export const pipUnsafeVersion = defineCheck({
  meta: {
    id: "pip-unsafe-version",
    code: "PV-CMD-028",
    title: "A package is held at a release that runs code in what it reads",
    asset: "command",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-1395",
      "CWE-502",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.001",
    ],
    why: "A model, a checkpoint or an answer that is made for it runs code here, also where the program asks for the safe way.",
    mend: "Allow the release that mends it, and test with it.",
    blind:
      "All other weaknesses of dependencies, and requirements that allow a newer release: those are the work of an audit of what is installed.",
    references: [
      "CVE-2025-32434",
      "CVE-2026-24747",
      "CVE-2025-68664",
      "CVE-2025-64439",
      "CVE-2024-34359",
    ],
    since: "0.1.0",
    examples: {
      found: [
        { path: "requirements.txt", code: "torch==2.5.1\n" },
        { path: "Dockerfile", code: "FROM python:3.13\nRUN pip install 'torch<2.6'\n" },
      ],
      clean: [{ path: "requirements.txt", code: "torch>=2.5.1\n" }],
    },
  },
  run: ({ commands }, report) => {
    for (const command of commands) {
      for (const word of installArguments(command) ?? []) {
        if (!word.isKnown) continue;
        const requirement = readRequirement(word.text);
        const unsafe = requirement === undefined ? undefined : unsafetyOf(requirement);
        if (requirement === undefined || unsafe === undefined) continue;
        const isMalware = unsafe.exactly !== undefined;
        const until = unsafe.before === undefined ? "" : ` before ${unsafe.before}`;
        report(word, {
          extent: command,
          message: `${requirement.name}${until} ${unsafe.says} (${unsafe.advisory})`,
          severity: isMalware ? "critical" : "medium",
        });
      }
    }
  },
});
