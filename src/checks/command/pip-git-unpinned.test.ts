import { commandCases } from "../../testing/command-cases.ts";
import { pipGitUnpinned } from "./pip-git-unpinned.ts";

commandCases(pipGitUnpinned, {
  found: [
    ["shell", 'pip install "net @ git+https://github.com/acme/net@main#egg=net"'],
    ["dockerfile", "FROM x\nRUN uv pip install git+ssh://git@github.com/acme/net.git"],
    ["shell", "pip install https://github.com/acme/net/archive/main.zip"],
    ["shell", "pip install git+https://github.com/acme/net@v1.2.0"],
    [
      "python",
      "import subprocess\nsubprocess.run(['pip', 'install', 'git+https://github.com/acme/net'])",
    ],
  ],
  clean: [
    ["shell", "pip install git+https://github.com/acme/net@0f3a1c2b4d"],
    ["shell", "pip install https://github.com/acme/net/archive/refs/tags/v1.zip"],
    ["shell", "pip install net==1.0"],
    ["shell", "pip install git+$URL"],
  ],
});
