import type { FindingDetails } from "../../core/index.ts";
import { isOn } from "../../formats/command/view.ts";
import type { Setting } from "../../formats/setting/view.ts";
import { defineCheck } from "../define.ts";
import { mayHaveMcpServers, mcpServers } from "./mcp-servers.ts";

const unasked = "The agent runs commands without asking anybody";

/** Settings by the end of their key, with the value that gives everything away. */
const switches: readonly (readonly [key: RegExp, value: RegExp, details: FindingDetails])[] = [
  [/(?:^|\.)permissions\.defaultMode$/, /^bypassPermissions$/, { message: unasked }],
  [
    /(?:^|\.)permissions\.allow\.\d+$/,
    /^(?:\*|Bash|Bash\(\*\)|Bash\(:\*\)|Bash\(\*:\*\))$/,
    { message: "The agent may run every command without asking" },
  ],
  [
    /(?:^|\.)enableAllProjectMcpServers$/,
    /^true$/,
    { message: "Every tool server that a repository names is started without asking" },
  ],
  [
    /^(?:chat\.tools\.(?:global\.)?autoApprove|chat\.tools\.(?:terminal\.)?autoApproveAll)$/,
    /^true$/,
    { message: unasked, severity: "high" },
  ],
  [
    /(?:^|\.)sandbox_mode$/,
    /^danger-full-access$/,
    { message: "Commands of the agent run without a sandbox" },
  ],
  [
    /(?:^|\.)permission(?:\.bash(?:\.\*)?|\.\*)?$/,
    /^allow$/,
    { message: unasked, severity: "low" },
  ],
  [/^(?:yes-always|yes_always)$/, /^true$/, { message: unasked, severity: "low" }],
  [/(?:^|\.)(?:general\.)?(?:defaultApprovalMode|approvalMode)$/, /^yolo$/, { message: unasked }],
  [/(?:^|\.)GOOSE_MODE$/, /^auto$/, { message: unasked, severity: "low" }],
];

/** Files of Claude Code, VS Code, Codex, Gemini, OpenCode, aider and Goose; nothing else has such keys. */
const files =
  /(?:^|[/\\])(?:\.claude|\.vscode|\.codex|\.gemini|\.qwen|\.cursor|\.goose|goose|opencode|\.config)[/\\][^/\\]*$|(?:^|[/\\])(?:opencode\.jsonc?|\.aider\.conf\.ya?ml|managed-settings\.json|settings(?:\.local)?\.json|devcontainer\.json)$/i;

function judge({ key, value }: Setting): FindingDetails | undefined {
  return switches.find(([name, wanted]) => name.test(key) && wanted.test(value))?.[2];
}

export const codingAgentPermissions = defineCheck({
  meta: {
    id: "coding-agent-permissions",
    code: "PV-CONF-016",
    title: "A coding agent is configured to act without asking",
    asset: "setting",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-862",
      "CWE-78",
      "OWASP-LLM03:2026",
      "OWASP-LLM06:2025",
      "OWASP-ASI02:2026",
      "OWASP-ASI05:2026",
      "ATLAS:AML.T0053",
      "ATLAS:AML.T0081",
    ],
    why: "Everybody who opens the folder takes the setting over. A sentence in an issue or a web page is then enough to run a command with their keys.",
    mend: "Allow the few commands that are needed by name, and leave such settings out of the repository.",
    blind: "A container around the agent; settings of a user outside the repository.",
    references: ["CVE-2025-53773", "https://docs.claude.com/en/docs/claude-code/settings"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".claude/settings.json",
          code: '{"permissions": {"defaultMode": "bypassPermissions"}}\n',
        },
      ],
      clean: [
        { path: ".claude/settings.json", code: '{"permissions": {"allow": ["Bash(npm test)"]}}\n' },
      ],
    },
  },
  wants: (file) => files.test(file.path) || mayHaveMcpServers(file),
  run: (view, report) => {
    if (files.test(view.path)) {
      for (const setting of view.settings) {
        const details = judge(setting);
        if (details !== undefined) report(setting, details);
      }
    }
    for (const { name, approved } of mcpServers(view)) {
      const all = approved.find(({ value }) => value === "*" || isOn(value));
      if (all !== undefined)
        report(all, { message: `Every tool of the server \`${name}\` is called without asking` });
    }
  },
});
