import { commandCases } from "../../testing/command-cases.ts";
import { codingAgentUnattended } from "./coding-agent-unattended.ts";

commandCases(codingAgentUnattended, {
  found: [
    ["shell", 'claude -p "fix" --dangerously-skip-permissions'],
    ["shell", "claude --permission-mode bypassPermissions"],
    ["shell", "npx codex exec --dangerously-bypass-approvals-and-sandbox 'go'"],
    ["shell", "gemini --approval-mode=yolo"],
    ["shell", "interpreter -y --model gpt-4o"],
    ["shell", "aider --yes-always --message fix"],
    ["yaml", "jobs:\n  a:\n    steps:\n      - run: claude --dangerously-skip-permissions -p x\n"],
    ["dockerfile", 'FROM x\nCMD ["claude", "--dangerously-skip-permissions"]'],
    [
      "python",
      "import subprocess\nsubprocess.run(['claude', '-p', p, '--dangerously-skip-permissions'])",
    ],
  ],
  clean: [
    ["shell", "claude -p fix"],
    ["shell", "apt-get install -y gemini"],
    ["shell", "codex exec --sandbox workspace-write go"],
    ["shell", "echo --dangerously-skip-permissions"],
    ["shell", "python interpreter.py -y"],
  ],
});
