import { hostOf, isLocalHost } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";
import { mayHaveMcpServers, mcpServers } from "./mcp-servers.ts";

export const mcpServerPlainHttp = defineCheck({
  meta: {
    id: "mcp-server-plain-http",
    code: "PV-CONF-015",
    title: "A tool server is used over plain HTTP",
    asset: "setting",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-319",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ASI07:2026",
      "ATLAS:AML.T0011.002",
    ],
    why: "Whoever stands in between takes the token, and writes the descriptions and results that your assistant follows.",
    mend: "Use https.",
    blind: "A network that is closed to others.",
    references: ["https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "mcp.json",
          code: '{"mcpServers": {"desk": {"url": "http://mcp.riverbank.io/sse"}}}\n',
        },
      ],
      clean: [
        {
          path: "mcp.json",
          code: '{"mcpServers": {"desk": {"url": "http://localhost:3000/sse"}}}\n',
        },
      ],
    },
  },
  wants: mayHaveMcpServers,
  run: (view, report) => {
    for (const { name, url, args } of mcpServers(view)) {
      for (const setting of url === undefined ? args : [url, ...args]) {
        const { value } = setting;
        if (!/^http:\/\//i.test(value) || isLocalHost(hostOf(value))) continue;
        report(setting.at, { message: `The server \`${name}\` is used over plain HTTP` });
      }
    }
  },
});
