import { checkCases } from "../../testing/check-cases.ts";
import { xmlEntityExpansion } from "./xml-entity-expansion.ts";

checkCases(xmlEntityExpansion, {
  found: [
    "from xml.dom.minidom import parseString\nparseString(s)",
    "from xml.etree import ElementTree\nElementTree.fromstring(s)",
  ],
  clean: ['import xml.etree.ElementTree as ET\nET.Element("a")'],
});
