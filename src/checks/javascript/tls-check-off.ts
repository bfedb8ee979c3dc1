import type { FindingDetails } from "../../core/index.ts";
import type { JavaScriptView } from "../../formats/javascript/view.ts";
import { defineCheck } from "../define.ts";
import { isTestPath, itemsNamed, writesTo } from "./support.ts";

/** Options that turn the check of certificates off, and the value that does. */
const switches = [
  ["rejectUnauthorized", false],
  ["strictSSL", false],
  ["checkServerCertificate", false],
  ["ignoreHTTPSErrors", true],
] as const;

/** A browser that is driven to look at pages keeps no secrets; a test server has no real name. */
function detailsFor(view: JavaScriptView, key: string): FindingDetails {
  if (isTestPath(view.path)) return { severity: "low", audience: "audit" };
  return key === "ignoreHTTPSErrors" ? { severity: "low", audience: "pedantic" } : {};
}

export const tlsCheckOff = defineCheck({
  meta: {
    id: "tls-check-off",
    code: "PV-JS-007",
    title: "Connections accept any certificate",
    asset: "javascript",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-295", "OWASP-LLM04:2026", "OWASP-LLM03:2025", "OWASP-ML06:2023"],
    why: "Anybody on the way can pose as the server, read keys, prompts and answers, and swap what is fetched.",
    mend: "Leave the check on; for an authority of your own pass its certificate as `ca`, or name it in `NODE_EXTRA_CA_CERTS`.",
    blind: "Values that come from a configuration.",
    references: ["https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "a.ts",
          code: 'import https from "node:https";\nconst agent = new https.Agent({ rejectUnauthorized: false });\n',
        },
        { path: "a.js", code: 'process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";\n' },
      ],
      clean: [
        {
          path: "a.ts",
          code: 'import https from "node:https";\nconst agent = new https.Agent({ ca: readFileSync("riverbank.pem") });\n',
        },
      ],
    },
  },
  wants: (file) =>
    switches.some(([key]) => file.mentions(key)) || file.mentions("NODE_TLS_REJECT_UNAUTHORIZED"),
  run: (view, report) => {
    for (const [key, off] of switches) {
      for (const { value, dict } of itemsNamed(view, key))
        if (value.is(off)) report(value, { ...detailsFor(view, key), extent: dict });
      for (const { value, where } of writesTo(view, key))
        if (value.is(off)) report(where, detailsFor(view, key));
    }
    const variable = "NODE_TLS_REJECT_UNAUTHORIZED";
    const isOff = (text: unknown): boolean => text === "0" || text === 0;
    for (const { value, where } of writesTo(view, variable)) {
      if (isOff(value.constant()?.value)) report(where, detailsFor(view, variable));
    }
    for (const { value, dict } of itemsNamed(view, variable)) {
      if (isOff(value.constant()?.value))
        report(value, { ...detailsFor(view, variable), extent: dict });
    }
  },
});
