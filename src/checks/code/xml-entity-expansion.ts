import { defineCheck } from "../define.ts";

const parsers = new Map<string, string>([
  ["xml.etree.cElementTree.parse", "B313"],
  ["xml.etree.cElementTree.iterparse", "B313"],
  ["xml.etree.cElementTree.fromstring", "B313"],
  ["xml.etree.cElementTree.XMLParser", "B313"],
  ["xml.etree.ElementTree.parse", "B314"],
  ["xml.etree.ElementTree.iterparse", "B314"],
  ["xml.etree.ElementTree.fromstring", "B314"],
  ["xml.etree.ElementTree.XMLParser", "B314"],
  ["xml.sax.expatreader.create_parser", "B315"],
  ["xml.dom.expatbuilder.parse", "B316"],
  ["xml.dom.expatbuilder.parseString", "B316"],
  ["xml.sax.parse", "B317"],
  ["xml.sax.parseString", "B317"],
  ["xml.sax.make_parser", "B317"],
  ["xml.dom.minidom.parse", "B318"],
  ["xml.dom.minidom.parseString", "B318"],
  ["xml.dom.pulldom.parse", "B319"],
  ["xml.dom.pulldom.parseString", "B319"],
]);

export const xmlEntityExpansion = defineCheck({
  meta: {
    id: "xml-entity-expansion",
    code: "PV-CODE-024",
    title: "An XML parser of the standard library expands entities",
    asset: "python",
    severity: "low",
    confidence: "medium",
    audience: "pedantic",
    aliases: [
      "B313",
      "S313",
      "B314",
      "S314",
      "B315",
      "S315",
      "B316",
      "S316",
      "B317",
      "S317",
      "B318",
      "S318",
      "B319",
      "S319",
    ],
    controls: ["CWE-611", "CWE-776", "CWE-20"],
    why: "A file of a kilobyte grows to gigabytes in memory (billion laughs), where the installed expat is older than 2.4.1.",
    mend: "Parse XML of others with `defusedxml`.",
    blind: "Where the document comes from, and the version of expat.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import xml.etree.ElementTree as ET\nET.parse(upload)\n" }],
      clean: [{ code: "import defusedxml.ElementTree as ET\nET.parse(upload)\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...parsers.keys())) {
      const alias = parsers.get(call.name)!;
      report(call, { aliases: call.isWrittenOut() ? [alias, alias.replace("B", "S")] : [] });
    }
  },
});
