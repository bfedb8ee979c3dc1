import type { FileFacts } from "../../core/index.ts";
import type { Setting, SettingView } from "../../formats/setting/view.ts";

/** A server of the Model Context Protocol as a configuration names it. */
export interface McpServer {
  readonly name: string;
  readonly command?: Setting;
  readonly args: readonly Setting[];
  readonly url?: Setting;
  /** Tools that are called without asking. */
  readonly approved: readonly Setting[];
}

const within =
  /^(?:(?:.*\.)?(?:mcpServers|mcp_servers|context_servers)|(?:mcp\.)?servers|mcp)\.([^.]+)\.(command|url|serverUrl|httpUrl|args|autoApprove|alwaysAllow|autoApproved?Tools)(?:\.\d+)?$/;

/** True for a file that may configure such servers. */
export function mayHaveMcpServers(file: FileFacts): boolean {
  return (
    ["mcpServers", "mcp_servers", "context_servers"].some((word) => file.mentions(word)) ||
    /(?:^|[/\\])\.?mcp\.(?:json|ya?ml|toml)$/i.test(file.path)
  );
}

interface Open {
  readonly name: string;
  command?: Setting;
  url?: Setting;
  readonly args: Setting[];
  readonly approved: Setting[];
}

/** The servers of a file: Claude, Cursor, VS Code, Codex, Zed, Cline and their like. */
export function mcpServers({ settings, kind }: SettingView): readonly McpServer[] {
  if (kind !== "json" && kind !== "yaml" && kind !== "toml") return [];
  const servers = new Map<string, Open>();
  for (const setting of settings) {
    const found = within.exec(setting.key);
    if (found === null) continue;
    const [, name = "", what = ""] = found;
    let server = servers.get(name);
    if (server === undefined) {
      server = { name, args: [], approved: [] };
      servers.set(name, server);
    }
    if (what === "command") server.command = setting;
    else if (what === "args") server.args.push(setting);
    else if (/url/i.test(what)) server.url = setting;
    else server.approved.push(setting);
  }
  return [...servers.values()];
}
