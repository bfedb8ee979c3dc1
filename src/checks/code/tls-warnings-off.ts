import { defineCheck } from "../define.ts";

export const tlsWarningsOff = defineCheck({
  meta: {
    id: "tls-warnings-off",
    code: "PV-CODE-611",
    title: "Warnings about unchecked certificates are switched off",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: [],
    controls: ["CWE-295"],
    why: "Nothing by itself; it tells that somewhere a certificate is not checked, and hides where.",
    mend: "Remove it and mend what it warned about.",
    blind: "Where the check is off.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import urllib3\nurllib3.disable_warnings()\n" }],
      clean: [
        {
          code: "import urllib3\nurllib3.disable_warnings(urllib3.exceptions.NotOpenSSLWarning)\n",
        },
      ],
    },
  },
  run: ({ methods }, report) => {
    for (const call of methods("disable_warnings")) {
      if (!call.name.includes("urllib3")) continue;
      const category = call.argument(0, "category")?.name() ?? "InsecureRequestWarning";
      if (category.endsWith("InsecureRequestWarning") || category.endsWith("HTTPWarning"))
        report(call);
    }
  },
});
