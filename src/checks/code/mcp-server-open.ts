import { isEveryInterface } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";
import { usesModule } from "./support.ts";

const servers = /^(?:mcp|fastmcp)\b/;

export const mcpServerOpen = defineCheck({
  meta: {
    id: "mcp-server-open",
    code: "PV-CODE-614",
    title: "An MCP server offers its tools to the network",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-306",
      "CWE-1327",
      "OWASP-ASI02:2026",
      "OWASP-ASI07:2026",
      "OWASP-LLM03:2026",
      "ATLAS:AML.T0085.001",
    ],
    why: "Without a login everybody who reaches the port calls the tools; a web page can too, through the visitor's browser.",
    mend: "Use stdio or 127.0.0.1, pass `auth=`, and keep the protection against DNS rebinding on.",
    blind: "A proxy with a login in front.",
    references: [
      "https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#security-warning",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from mcp.server.fastmcp import FastMCP\nserver = FastMCP("desk", host="0.0.0.0")\nserver.run(transport="streamable-http")\n',
        },
      ],
      clean: [
        {
          code: 'from mcp.server.fastmcp import FastMCP\nserver = FastMCP("desk")\nserver.run()\n',
        },
      ],
    },
  },
  run: (view, report) => {
    if (!usesModule(view, "mcp", "fastmcp")) return;
    for (const call of view.methods("FastMCP", "run", "run_async", "run_http_async")) {
      if (
        !servers.test(call.name) ||
        call.keyword("auth") !== undefined ||
        call.keyword("auth_server_provider") !== undefined
      )
        continue;
      const isGuarded =
        /FastMCP\(\)\.run/.test(call.name) &&
        view.methods("FastMCP").some((made) => made.keyword("auth") !== undefined);
      const host = call.keyword("host");
      if (!isGuarded && host !== undefined && isEveryInterface(host.string() ?? ""))
        report(host, { extent: call });
    }
    for (const call of view.methods("TransportSecuritySettings")) {
      const value = call.keyword("enable_dns_rebinding_protection");
      if (servers.test(call.name) && value?.is(false)) {
        report(value, {
          extent: call,
          message: "A web page can call the tools through the visitor's browser",
        });
      }
    }
  },
});
