import { checkCases } from "../../testing/check-cases.ts";
import { subprocessShell } from "./subprocess-shell.ts";

checkCases(subprocessShell, {
  found: [
    "import subprocess\nsubprocess.call(cmd, shell=True)",
    'from subprocess import Popen as P\nP("ls", shell=1)',
  ],
  clean: [
    "import subprocess\nsubprocess.run(cmd)",
    "import subprocess\nsubprocess.run(cmd, shell=False)",
    'run("x", shell=True)',
  ],
});
