import { checkCases } from "../../testing/check-cases.ts";
import { execProcess } from "./exec-process.ts";

checkCases(execProcess, {
  found: ["from os import spawnl\nspawnl(os.P_WAIT, p)"],
  clean: ["import os\nos.getpid()\n"],
});
