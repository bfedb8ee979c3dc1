import { checkCases } from "../../testing/check-cases.ts";
import { codingAgentPermissions } from "./coding-agent-permissions.ts";

const json = (path: string, value: unknown) => ({
  path,
  kind: "json" as const,
  code: JSON.stringify(value),
});

checkCases(codingAgentPermissions, {
  found: [
    json(".claude/settings.json", { permissions: { allow: ["Bash(*)"] } }),
    json("a/.claude/settings.local.json", { enableAllProjectMcpServers: true }),
    json(".vscode/settings.json", { "chat.tools.autoApprove": true }),
    json("mcp.json", { mcpServers: { x: { command: "x", autoApprove: ["*"] } } }),
    { path: ".codex/config.toml", kind: "toml", code: 'sandbox_mode = "danger-full-access"\n' },
    { path: ".aider.conf.yml", kind: "yaml", code: "yes-always: true\n" },
  ],
  clean: [
    json(".claude/settings.json", { permissions: { allow: ["Bash(git status)"], deny: ["Bash"] } }),
    json(".vscode/settings.json", { "chat.tools.autoApprove": false }),
    json("package.json", { permissions: { allow: ["*"] } }),
    { path: "deploy.yaml", kind: "yaml", code: "sandbox_mode: danger-full-access\n" },
    json("mcp.json", { mcpServers: { x: { command: "x", autoApprove: ["read"] } } }),
  ],
});
