import { commandCases } from "../../testing/command-cases.ts";
import { pipInsecureIndex } from "./pip-insecure-index.ts";

commandCases(pipInsecureIndex, {
  found: [
    ["dockerfile", "FROM x\nRUN pip3 install --trusted-host=files.pythonhosted.org \\\n  torch"],
    ["shell", "python -m pip install -i http://pypi.riverbank.io/simple torch"],
    ["shell", "uv pip install --extra-index-url http://a.b.io/simple x"],
    ["yaml", "script:\n  - pip install --trusted-host $HOST -r requirements.txt\n"],
    [
      "python",
      "import subprocess, sys\nsubprocess.check_call([sys.executable, '-m', 'pip', 'install', '--trusted-host', 'pypi.org', 'x'])",
    ],
  ],
  clean: [
    ["shell", "pip install -i https://pypi.riverbank.io/simple torch"],
    ["shell", "pip install -i http://localhost:3141/root x"],
    ["shell", "pip config list --trusted-host pypi.org"],
    ["shell", "echo pip install --trusted-host pypi.org"],
  ],
});
