import { checkCases } from "../../testing/check-cases.ts";
import { subprocessImport } from "./subprocess-import.ts";

checkCases(subprocessImport, {
  found: ["import subprocess\n"],
  clean: ["import subprocesses\n"],
});
