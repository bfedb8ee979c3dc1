import { expect, test } from "vitest";
import { commandCases, detailsOf } from "../../testing/command-cases.ts";
import { curlPipeShell } from "./curl-pipe-shell.ts";

commandCases(curlPipeShell, {
  found: [
    ["shell", "wget -qO- https://a.io/x.sh | sudo -E bash -s -- --yes"],
    ["shell", "bash <(curl -s https://a.io/x.sh)"],
    ["shell", 'sh -c "$(curl -fsSL https://a.io/x.sh)"'],
    ["dockerfile", "FROM x\nRUN apt-get update \\\n && curl https://a.io/x.py | python3 -"],
    ["yaml", "jobs:\n  a:\n    steps:\n      - run: |\n          curl -sSL $URL | sh\n"],
    ["python", "import os\nos.system('curl https://a.io/x.sh | sh')"],
  ],
  clean: [
    ["shell", "curl https://a.io/x.json | python -m json.tool"],
    ["shell", "curl https://a.io/x.json | jq ."],
    ["shell", "curl https://a.io/x.tar.gz | tar xz"],
    ["shell", "curl https://a.io/x | python parse.py"],
    ["shell", "echo 'curl x | sh'"],
    ["shell", 'VERSION=$(curl -s https://a.io/version)\nsh build.sh "$VERSION"'],
  ],
});

test("is worse without a check of the sender, and a habit from well-known places", () => {
  const severity = (text: string) => detailsOf(curlPipeShell, "shell", text)?.severity;
  expect(severity("curl http://a.io/x.sh | sh")).toBe("high");
  expect(severity("curl -fsSLk https://a.io/x.sh | sh")).toBe("high");
  expect(severity("curl -LsSf https://astral.sh/uv/install.sh | sh")).toBe("low");
});
