import { checkCases } from "../../testing/check-cases.ts";
import { subprocessUsed } from "./subprocess-used.ts";

checkCases(subprocessUsed, {
  found: ['import subprocess\nsubprocess.run(["ls"], shell=False)'],
  clean: ['import subprocess\nsubprocess.run("ls", shell=True)'],
});
