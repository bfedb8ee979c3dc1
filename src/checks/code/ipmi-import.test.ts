import { checkCases } from "../../testing/check-cases.ts";
import { ipmiImport } from "./ipmi-import.ts";

checkCases(ipmiImport, {
  found: ["import pyghmi\n"],
  clean: ["import redfish\n"],
});
