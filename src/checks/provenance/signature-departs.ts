import { defineCheck } from "../define.ts";
import { said } from "./said.ts";

export const signatureDeparts = defineCheck({
  meta: {
    id: "signature-departs",
    code: "PV-SIGN-008",
    title: "A signature departs from the specification as some clients do",
    asset: "provenance",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-347", "OWASP-ML06:2023"],
    why: "The signature holds, but other clients will refuse it, and what is accepted for their sake is a way that an attacker may try as well.",
    mend: "Sign the model again with a client of today; `--strict` refuses such signatures.",
    blind: "Departures that no client is known for: those are refused.",
    since: "0.1.0",
    references: ["https://github.com/ossf/model-signing-spec"],
    examples: {
      found: [
        {
          path: "facts.txt",
          code: "departs model.sig: resources in the order of path parts, not of code points (path-order)",
        },
      ],
      clean: [{ path: "facts.txt", code: "malformed model.sig: it is no JSON" }],
    },
  },
  run: ({ facts }, report) => {
    for (const fact of facts)
      if (fact.kind === "departs") report(fact.where, { message: said(fact) });
  },
});
