import { defineCheck } from "../define.ts";
import { judgeUriCredentials } from "../support/judge-credentials.ts";
import { findUriCredentials } from "../support/uri-credentials.ts";

export const credentialsInSetting = defineCheck({
  meta: {
    id: "credentials-in-setting",
    code: "PV-CONF-007",
    title: "A password is part of an address in a configuration file",
    asset: "setting",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-260",
      "CWE-798",
      "CWE-522",
      "OWASP-LLM02:2026",
      "OWASP-LLM02:2025",
      "ATLAS:AML.T0055",
    ],
    why: "Everybody who sees the repository has the password.",
    mend: "Put a variable in its place (`${DB_PASSWORD}`), and change this password: it is in the history.",
    blind: "Words that are commonly used as placeholders.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "config.yaml",
          code: "warehouse: postgresql://credit:Harvest-Moon-77@warehouse.riverbank.io/loans\n",
        },
      ],
      clean: [
        {
          path: "config.yaml",
          code: 'warehouse: "postgresql://credit:${DB_PASSWORD}@warehouse.riverbank.io/loans"\n',
        },
      ],
    },
  },
  wants: (file) => file.mentions("://") && file.mentions("@"),
  run: ({ path, settings }, report) => {
    for (const setting of settings) {
      if (!setting.value.includes("://")) continue;
      for (const found of findUriCredentials(setting.value))
        report(setting, judgeUriCredentials(found, path));
    }
  },
});
