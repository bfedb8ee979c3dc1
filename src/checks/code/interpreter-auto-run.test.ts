import { checkCases } from "../../testing/check-cases.ts";
import { interpreterAutoRun } from "./interpreter-auto-run.ts";

checkCases(interpreterAutoRun, {
  found: [
    "from interpreter import interpreter as i\ni.auto_run = True",
    "from interpreter import OpenInterpreter\nagent = OpenInterpreter(auto_run=True)",
    "from interpreter import OpenInterpreter\nagent = OpenInterpreter()\nagent.auto_run = True",
  ],
  clean: [
    "from interpreter import interpreter\ninterpreter.auto_run = False",
    "class Job: ...\njob = Job()\njob.auto_run = True",
    "from mine import interpreter\ninterpreter.auto_run = True",
  ],
});
