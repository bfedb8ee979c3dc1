import { defineCheck } from "../define.ts";

export const skopsTrustsAll = defineCheck({
  meta: {
    id: "skops-trusts-all",
    code: "PV-CODE-116",
    title: "skops is told to trust whatever the file holds",
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-502",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0011.000",
    ],
    why: "The list of trusted types is skops's only protection. A file that fills the list itself chooses which functions are called.",
    mend: "Look at `get_untrusted_types` once, and write the types that you accept into the source.",
    blind: "A list that is looked at between the two calls is reported too, with less severity.",
    references: ["https://skops.readthedocs.io/en/stable/persistence.html"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'import skops.io as sio\nmodel = sio.load("m.skops", trusted=sio.get_untrusted_types(file="m.skops"))\n',
        },
      ],
      clean: [
        { code: 'import skops.io as sio\nmodel = sio.load("m.skops", trusted=["mylib.Scaler"])\n' },
      ],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(
      "skops.io.load",
      "skops.io.loads",
      "skops.io._persist.load",
      "skops.io._persist.loads",
    )) {
      const trusted = call.argument(1, "trusted");
      if (trusted?.is(true) === true)
        report(call, { message: "skops loads every type in the file with `trusted=True`" });
      else if (
        trusted !== undefined &&
        /^skops\.io\.(?:_persist\.)?get_untrusted_types\(\)$/.test(trusted.name())
      ) {
        const isDirect = trusted.node.kind === "Call";
        report(call, isDirect ? {} : { severity: "medium", confidence: "medium" });
      }
    }
  },
});
