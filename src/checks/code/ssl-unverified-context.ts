import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

export const sslUnverifiedContext = defineCheck({
  meta: {
    id: "ssl-unverified-context",
    code: "PV-CODE-023",
    title: "A TLS context that verifies no certificates is made or made the default",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B323", "S323"],
    controls: ["CWE-295", "OWASP-LLM04:2026", "OWASP-LLM03:2025"],
    why: "Anybody on the way can pose as the server, read what is sent and swap what is fetched.",
    mend: "Use `ssl.create_default_context()`; add your own authority with `cafile=`.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import ssl\ncontext = ssl._create_unverified_context()\n" }],
      clean: [{ code: "import ssl\ncontext = ssl.create_default_context()\n" }],
    },
  },
  run: ({ calls, facts, value }, report) => {
    for (const call of calls("ssl._create_unverified_context")) report(call, aliasesOf(call));
    for (const assign of facts.assigns) {
      const target = assign.kind === "Assign" ? assign.targets[0] : assign.target;
      if (
        target?.kind !== "Attribute" ||
        target.attr !== "_create_default_https_context" ||
        assign.value === null
      )
        continue;
      if (value(assign.value).name() !== "ssl._create_unverified_context") continue;
      report(assign, {
        aliases: [],
        severity: "high",
        message: "TLS certificates are not verified, in the whole process",
      });
    }
  },
});
