import { defineCheck } from "../define.ts";
import { callsOf } from "./agents.ts";

const components = ["ConditionalRouter", "OutputAdapter"] as const;

export const haystackUnsafeTemplate = defineCheck({
  meta: {
    id: "haystack-unsafe-template",
    code: "PV-CODE-517",
    title: "Haystack evaluates templates without a sandbox",
    asset: "python",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-1336", "CWE-94", "OWASP-LLM10:2026", "OWASP-LLM05:2025", "ATLAS:AML.T0050"],
    why: "With `unsafe=True` a template reaches every Python object; a pipeline that comes from a file or a user then runs code.",
    mend: "Leave `unsafe` off, and keep templates in the source.",
    blind: "Where the template comes from.",
    references: ["CVE-2024-41950"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "from haystack.components.routers import ConditionalRouter\nrouter = ConditionalRouter(routes, unsafe=True)\n",
        },
      ],
      clean: [
        {
          code: "from haystack.components.routers import ConditionalRouter\nrouter = ConditionalRouter(routes)\n",
        },
      ],
    },
  },
  run: (view, report) => {
    for (const call of callsOf(view, ["haystack"], components)) {
      const unsafe = call.keyword("unsafe");
      if (unsafe?.is(true)) report(unsafe, { extent: call });
    }
  },
});
