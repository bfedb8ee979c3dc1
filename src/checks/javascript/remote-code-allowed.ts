import { defineCheck } from "../define.ts";
import { itemsNamed } from "./support.ts";

export const remoteCodeAllowed = defineCheck({
  meta: {
    id: "remote-code-allowed",
    code: "PV-JS-020",
    title: "Code that comes with a model or a saved chain is trusted",
    asset: "javascript",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-829", "CWE-494", "OWASP-LLM04:2026", "OWASP-LLM03:2025", "ATLAS:AML.T0010.001"],
    why: "The repository of the model, or the file of the chain, decides what runs here and which secrets of the environment it gets.",
    mend: "Leave the option off; name secrets one by one in `secretsMap`.",
    blind: "Options that come from a configuration.",
    references: ["CVE-2025-68665", "https://huggingface.co/docs/transformers.js"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "a.ts",
          code: 'import { load } from "@langchain/core/load";\nconst chain = await load(text, { secretsFromEnv: true });\n',
        },
      ],
      clean: [
        {
          path: "a.ts",
          code: 'import { load } from "@langchain/core/load";\nconst chain = await load(text, { secretsMap: { OPENAI_API_KEY: key } });\n',
        },
      ],
    },
  },
  wants: (file) =>
    ["trustRemoteCode", "trust_remote_code", "secretsFromEnv"].some((word) => file.mentions(word)),
  run: (view, report) => {
    for (const key of ["trustRemoteCode", "trust_remote_code"]) {
      for (const { value, dict } of itemsNamed(view, key))
        if (value.is(true))
          report(value, { extent: dict, message: "Code that comes with a model is trusted" });
    }
    for (const { value, dict } of itemsNamed(view, "secretsFromEnv")) {
      if (value.is(true))
        report(value, {
          extent: dict,
          message: "A saved chain may ask for any secret of the environment",
        });
    }
  },
});
