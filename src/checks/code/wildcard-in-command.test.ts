import { checkCases } from "../../testing/check-cases.ts";
import { wildcardInCommand } from "./wildcard-in-command.ts";

checkCases(wildcardInCommand, {
  found: ['import subprocess\nsubprocess.call("chown root *", shell=True)'],
  clean: ['import subprocess\nsubprocess.call(["chown", "*"])'],
});
