import { defineCheck } from "../define.ts";

export const tryExceptContinue = defineCheck({
  meta: {
    id: "try-except-continue",
    code: "PV-CODE-007",
    title: "Any exception is swallowed with continue",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: ["B112", "S112"],
    controls: ["CWE-703", "CWE-755"],
    why: "A failed check, a corrupt file or an attack in progress leaves no trace.",
    mend: "Catch the exception that is meant, and log what is swallowed.",
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "for part in parts:\n    try:\n        verify(part)\n    except Exception:\n        continue\n",
        },
      ],
      clean: [{ code: "try:\n    verify(model)\nexcept KeyError:\n    pass\n" }],
    },
  },
  run: ({ facts }, report) => {
    for (const handler of facts.handlers) {
      const [only, ...others] = handler.body;
      if (only?.kind !== "Continue" || others.length > 0) continue;
      const { type } = handler;
      if (type === null || (type.kind === "Name" && type.id === "Exception")) report(handler);
    }
  },
});
