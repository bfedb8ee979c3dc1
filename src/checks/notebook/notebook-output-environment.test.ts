import { expect, test } from "vitest";
import { defaultConfig } from "../../engine/config.ts";
import { scan } from "../../engine/scan.ts";
import { outputCases, withOutput } from "../../testing/notebook-cases.ts";
import { makeTree } from "../../testing/tree.ts";
import { notebookOutputEnvironment } from "./notebook-output-environment.ts";

outputCases(notebookOutputEnvironment, {
  found: [
    "environ({'SHELL': '/bin/bash', 'PATH': '/usr/bin', 'HOME': '/root', 'LANG': 'C.UTF-8'})",
    { "text/plain": "{'PATH': '/usr/bin',\n 'HOME': '/root',\n 'USER': 'ada',\n 'PWD': '/'}" },
    "SHELL=/bin/bash\nPWD=/content\nHOME=/root\nLANG=en_US.UTF-8\nPATH=/usr/bin\n",
  ],
  clean: [
    "PATH=/usr/bin\nPYTHONPATH=/work\n",
    "echo $PATH $HOME $USER $SHELL",
    "export PATH=$HOME/bin:$PATH HOME=",
    { "text/plain": "PATH HOME USER SHELL LANG" },
  ],
});

test.each([
  "PATH=/usr/bin\nDB_PASS=hunter22-a\nHOME=/root\nSHELL=/bin/sh\nUSER=ada\n",
  "environ({'PATH': '/bin', 'X': 'hunter22-a', 'HOME': '/root', 'SHELL': '/bin/sh', 'USER': 'a'})",
])("the report tells none of what %j holds", async (output) => {
  const root = makeTree({ "a.ipynb": withOutput(output) });
  const run = await scan({ targets: ["."], cwd: root, config: defaultConfig });
  expect(run.findings).toHaveLength(1);
  expect(JSON.stringify(run)).not.toContain("hunter22-a");
});
