import { defineCheck } from "../define.ts";
import { attributesNamed, isTestPath, itemsNamed } from "./support.ts";

export const keyInBrowser = defineCheck({
  meta: {
    id: "key-in-browser",
    code: "PV-JS-005",
    title: "A client of a model provider is allowed to run in the browser",
    asset: "javascript",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-522", "CWE-200", "OWASP-LLM02:2026", "OWASP-LLM02:2025"],
    why: "The key goes to every visitor, who can read it in the network tab and use it elsewhere.",
    mend: "Call the provider from a server of yours, or give the browser a key that lives for minutes.",
    blind: "Whether the key is the visitor's own, typed in by them.",
    references: ["https://github.com/openai/openai-node#requirements"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "a.ts",
          code: 'import OpenAI from "openai";\nconst client = new OpenAI({ apiKey, dangerouslyAllowBrowser: true });\n',
        },
      ],
      clean: [
        {
          path: "a.ts",
          code: 'import OpenAI from "openai";\nconst client = new OpenAI({ apiKey, dangerouslyAllowBrowser: false });\n',
        },
      ],
    },
  },
  wants: (file) => file.mentions("dangerouslyAllowBrowser"),
  run: (view, report) => {
    const details = isTestPath(view.path) ? ({ severity: "low", audience: "audit" } as const) : {};
    for (const { value, dict } of itemsNamed(view, "dangerouslyAllowBrowser"))
      if (value.is(true)) report(value, { ...details, extent: dict });
    for (const { value, call } of attributesNamed(view, "dangerouslyAllowBrowser"))
      if (value.is(true)) report(value, { ...details, extent: call });
  },
});
