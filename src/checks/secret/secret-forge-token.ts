import { defineCheck } from "../define.ts";
import { reportSecrets } from "./report-secrets.ts";
import { githubToken } from "./samples.ts";

export const secretForgeToken = defineCheck({
  meta: {
    id: "secret-forge-token",
    code: "PV-SECRET-003",
    title: "A token of a code host or package registry is written in plain text",
    asset: "text",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-798", "CWE-540", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "Who has the token reads private code, and can ship changed code and packages to everybody who installs yours.",
    mend: "Revoke the token now: it is in the history. In CI use the token that the job is given, and trusted publishing for registries.",
    since: "0.1.0",
    examples: {
      found: [
        { path: "release.sh", code: `git push https://x:${githubToken("forge")}@github.com/a/b\n` },
      ],
      clean: [{ path: "release.yml", code: "token: ${{ secrets.GITHUB_TOKEN }}\n" }],
    },
  },
  run: (view, report) => {
    reportSecrets(view, report, { groups: ["forge"] });
  },
});
