import { defineCheck } from "../define.ts";
import { importsOf } from "./support.ts";

const aliases = new Map([
  ["xml.etree.cElementTree", "405"],
  ["xml.etree.ElementTree", "405"],
  ["xml.sax", "406"],
  ["xml.dom.expatbuilder", "407"],
  ["xml.dom.minidom", "408"],
  ["xml.dom.pulldom", "409"],
]);

export const xmlImport = defineCheck({
  meta: {
    id: "xml-import",
    code: "PV-CODE-030",
    title: "A parser of XML that expands entities is imported",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: ["B405", "S405", "B406", "S406", "B407", "S407", "B408", "S408", "B409", "S409"],
    controls: ["CWE-611", "CWE-776"],
    why: "A small document can grow to gigabytes in memory (billion laughs).",
    mend: "Use `defusedxml` for documents of others.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import xml.sax\n" }],
      clean: [{ code: "import defusedxml.sax\n" }],
    },
  },
  run: (view, report) => {
    for (const found of importsOf(view, [...aliases.keys()])) {
      const number = aliases.get(found.module)!;
      report(found, {
        aliases: [`B${number}`, `S${number}`],
        message: `${found.module} expands entities`,
      });
    }
  },
});
