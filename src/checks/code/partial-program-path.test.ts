import { checkCases } from "../../testing/check-cases.ts";
import { partialProgramPath } from "./partial-program-path.ts";

checkCases(partialProgramPath, {
  found: ['import os\nos.system("ls")'],
  clean: [
    'import subprocess\nsubprocess.run(["./tool"])',
    "import subprocess\nsubprocess.run(words)",
  ],
});
