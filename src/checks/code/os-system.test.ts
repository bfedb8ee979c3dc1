import { checkCases } from "../../testing/check-cases.ts";
import { osSystem } from "./os-system.ts";

checkCases(osSystem, {
  found: ["import os\nos.popen(cmd)", 'from subprocess import getoutput\ngetoutput("ls")'],
  clean: ["import os\nos.getcwd()", "os.system()"],
});
