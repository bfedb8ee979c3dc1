import type { AssetKind } from "../../core/index.ts";
import { defineCheck } from "../define.ts";
import { uriCredentialsAt } from "../../detect/secrets/uri-credentials.ts";
import { judgeUriCredentials } from "../support/judge-credentials.ts";
import { detailsOf, isTestPath, secretsIn } from "./report-secrets.ts";

/** What other checks read with more knowledge of what is a comment and what is run. */
const readElsewhere: ReadonlySet<AssetKind> = new Set(["python", "shell", "dockerfile"]);

/** What tests connect to is mostly made up. */
const made = { severity: "low", confidence: "low", audience: "pedantic" } as const;

export const secretInConnection = defineCheck({
  meta: {
    id: "secret-in-connection",
    code: "PV-SECRET-007",
    title: "A password is part of a connection string, an address or a login file",
    asset: "text",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-798", "CWE-540", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "Who reads the file has the password of the database, broker or registry that it leads to.",
    mend: "Put a variable in its place, and change this password: it is in the history.",
    blind:
      "Addresses in Python, shell and Dockerfiles, which `uri-credentials` and `credentials-in-command` read.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "notes.md",
          code: "Connect with postgresql://credit:Harvest-Moon-77@warehouse.riverbank.io/loans\n",
        },
      ],
      clean: [
        { path: "notes.md", code: "Connect with postgresql://user:password@localhost/loans\n" },
      ],
    },
  },
  run: (view, report) => {
    const { text, path, kind: file } = view;
    for (const secret of secretsIn(view, "connection")) {
      const sign = text.slice(secret.start, secret.value.start).indexOf("://");
      const address = sign < 0 ? undefined : uriCredentialsAt(text, secret.start + sign);
      if (address === undefined) {
        const details = detailsOf(secret, view);
        report(secret, isTestPath(path) ? { ...details, ...made } : details);
      } else if (!readElsewhere.has(file)) {
        const details = judgeUriCredentials(address, path);
        report(secret, isTestPath(path) ? { ...details, ...made } : details);
      }
    }
  },
});
