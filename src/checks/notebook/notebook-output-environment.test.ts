import { outputCases } from "../../testing/notebook-cases.ts";
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
