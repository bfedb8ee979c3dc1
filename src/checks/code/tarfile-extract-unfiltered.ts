import { defineCheck } from "../define.ts";
import { usesModule } from "./support.ts";

/** `extractall` of an archive that is known not to be a tar. */
function isOtherArchive(name: string): boolean {
  return name.startsWith("zipfile.") || name.startsWith("py7zr.");
}

export const tarfileExtractUnfiltered = defineCheck({
  meta: {
    id: "tarfile-extract-unfiltered",
    code: "PV-CODE-010",
    title: "A tar archive is unpacked without a filter",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B202", "S202"],
    controls: ["CWE-22", "OWASP-LLM04:2026", "OWASP-LLM03:2025", "OWASP-ML06:2023"],
    why: "A member named `../../.bashrc`, or a link that points outside, overwrites files of the user who unpacks the data set.",
    mend: 'Pass `filter="data"` (Python 3.12, and the security releases of 3.8 to 3.11).',
    blind:
      "Python 3.14 filters by default; which version will run is not looked up. `extract` of single members has a check of its own.",
    references: ["CVE-2007-4559", "https://peps.python.org/pep-0706/"],
    since: "0.1.0",
    examples: {
      found: [{ code: 'import tarfile\ntarfile.open("data.tar.gz").extractall("data")\n' }],
      clean: [
        { code: 'import tarfile\ntarfile.open("data.tar.gz").extractall("data", filter="data")\n' },
      ],
    },
  },
  run: (view, report) => {
    if (!usesModule(view, "tarfile")) return;
    const isImported = view.imports().some(({ name }) => name === "tarfile");
    for (const call of view.allCalls()) {
      if (!call.method.includes("extractall") || isOtherArchive(call.name)) continue;
      const filter = call.keyword("filter");
      if (
        filter?.is("data") === true ||
        (filter?.node.kind === "Attribute" && filter.node.attr === "data_filter")
      )
        continue;
      const aliases = isImported ? {} : { aliases: [] };
      if (filter !== undefined && filter.constant() === undefined) {
        report(call, { ...aliases, severity: "low", audience: "pedantic" });
      } else if (call.keyword("members") !== undefined) {
        report(call, {
          ...aliases,
          severity: "low",
          message:
            "A tar archive is unpacked; whether its members are harmless depends on the code that picks them",
        });
      } else report(call, aliases);
    }
  },
});
