import { defineCheck } from "../define.ts";
import { judgeUriCredentials } from "../support/judge-credentials.ts";
import { findUriCredentials } from "../support/uri-credentials.ts";

export const credentialsInCommand = defineCheck({
  meta: {
    id: "credentials-in-command",
    code: "PV-CMD-026",
    title: "A password is part of an address in a script or image",
    asset: "command",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-798", "CWE-522", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "Everybody who sees the repository, a layer of the image, or the list of processes has the password.",
    mend: "Read it from the environment or a secret store (`RUN --mount=type=secret`), and change this password: it is in the history.",
    blind:
      "Words that are commonly used as placeholders; YAML, TOML and INI, which `credentials-in-setting` reads.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "start.sh",
          code: "export DATABASE_URL=postgresql://credit:Harvest-Moon-77@db.riverbank.io/loans\n",
        },
      ],
      clean: [
        {
          path: "start.sh",
          code: 'export DATABASE_URL="postgresql://credit:$PASSWORD@db.riverbank.io/loans"\n',
        },
      ],
    },
  },
  wants: (file) => file.mentions("://") && file.mentions("@"),
  run: ({ kind, path, text, comments }, report) => {
    if (kind !== "shell" && kind !== "dockerfile") return;
    for (const found of findUriCredentials(text)) {
      const isComment = comments.some(
        ({ start, end }) => start <= found.start && found.start < end,
      );
      if (!isComment) report(found, judgeUriCredentials(found, path));
    }
  },
});
