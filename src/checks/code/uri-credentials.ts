import { findUriCredentials } from "../support/uri-credentials.ts";
import { judgeUriCredentials } from "../support/judge-credentials.ts";
import { defineCheck } from "../define.ts";

export const uriCredentials = defineCheck({
  meta: {
    id: "uri-credentials",
    code: "PV-CODE-606",
    title: "A password is part of an address in the source",
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-798", "CWE-522", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "Everybody who sees the repository, a stack trace or a log line with the address has the password.",
    mend: "Read user and password from the environment or a secret store, and change this password: it is in the history.",
    blind:
      "Passwords that are put in at run time, an address that is written in several pieces, and words that are commonly used as placeholders.",
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'import mlflow\nmlflow.set_tracking_uri("https://trainer:Wint3rhafen-42@mlflow.riverbank.io")\n',
        },
      ],
      clean: [{ code: 'import mlflow\nmlflow.set_tracking_uri("https://mlflow.riverbank.io")\n' }],
    },
  },
  wants: (file) => file.mentions("://") && file.mentions("@"),
  run: (view, report) => {
    // One look at the whole text tells whether there is anything to look for.
    if (findUriCredentials(view.text).next().done === true) return;
    for (const node of view.facts.strings) {
      if (
        node.parent?.kind === "Expr" ||
        typeof node.value !== "string" ||
        !node.value.includes("://")
      )
        continue;
      for (const found of findUriCredentials(node.value)) {
        const where = node.parent?.kind === "JoinedStr" ? node.parent : node;
        report(where, judgeUriCredentials(found, view.path));
      }
    }
  },
});
