import { checkCases } from "../../testing/check-cases.ts";
import { xmlImport } from "./xml-import.ts";

checkCases(xmlImport, {
  found: ["import xml.sax\n"],
  clean: ["import defusedxml.sax\n"],
});
