import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
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

test("a list of words is no line of text, however it is put together", () => {
  const severity = (code: string) => runCheck(subprocessShell, { code })[0]?.details.severity;
  expect(severity("import subprocess\nsubprocess.run(['a'] + words, shell=on)")).toBeUndefined();
  expect(severity("import subprocess\nsubprocess.run('a ' + word, shell=True)")).toBe("high");
});
