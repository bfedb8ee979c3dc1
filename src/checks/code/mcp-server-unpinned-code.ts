import type { PythonValue } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { isPinnedPackage, packageAt } from "../support/mcp-packages.ts";

const starters = [
  "StdioServerParameters",
  "MCPServerStdio",
  "StdioTransport",
  "NpxStdioTransport",
  "UvxStdioTransport",
  "StdioServerParams",
  "MCPStdioTool",
] as const;

/** The command and its arguments, of a call or of its dict `params`. */
function partsOf(
  item: (name: string) => PythonValue | undefined,
): { readonly command: string; readonly args: readonly PythonValue[] } | undefined {
  const command = item("command")?.string();
  const args = item("args")?.elements();
  return command === undefined || args === undefined ? undefined : { command, args };
}

export const mcpServerUnpinnedCode = defineCheck({
  meta: {
    id: "mcp-server-unpinned-code",
    code: "PV-CODE-537",
    title: "A program fetches its tool server anew, without a version, whenever it starts",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-494",
      "CWE-829",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ASI04:2026",
      "ATLAS:AML.T0010.005",
      "ATLAS:AML.T0011.002",
    ],
    why: "Whoever takes over the package runs code beside your agent and writes the descriptions that it follows.",
    mend: "Name a release (`package@1.2.3`, `package==1.2.3`), and look at what changes before you raise it.",
    blind:
      "Commands that come from a configuration, and packages that the package itself asks for.",
    references: [
      "https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from mcp import StdioServerParameters\nserver = StdioServerParameters(command="npx", args=["-y", "@acme/server-files"])\n',
        },
      ],
      clean: [
        {
          code: 'from mcp import StdioServerParameters\nserver = StdioServerParameters(command="npx", args=["-y", "@acme/server-files@1.4.2"])\n',
        },
      ],
    },
  },
  wants: (file) => ["npx", "uvx", "bunx", "pipx", "pnpm"].some((word) => file.mentions(word)),
  run: (view, report) => {
    for (const call of view.methods(...starters)) {
      const params = call.keyword("params") ?? call.positional(0);
      const parts =
        partsOf((name) => (name === "command" ? call.argument(0, name) : call.argument(1, name))) ??
        partsOf((name) => params?.item(name));
      if (parts === undefined) continue;
      const words = parts.args.map((value) => value.string() ?? "-");
      const named = parts.args[packageAt(parts.command, words)];
      const name = named?.string();
      if (named === undefined || name === undefined || isPinnedPackage(name)) continue;
      report(named, {
        extent: call,
        message: `The tool server is whatever \`${name}\` is that day`,
      });
    }
  },
});
