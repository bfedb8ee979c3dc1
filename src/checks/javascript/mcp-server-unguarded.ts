import type { JavaScriptView } from "../../formats/javascript/view.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { option } from "./support.ts";

const transports = [
  "StreamableHTTPServerTransport",
  "SSEServerTransport",
  "WebStandardStreamableHTTPServerTransport",
] as const;
/** Words of a file that asks who calls. */
const guards =
  /requireBearerAuth|mcpAuthRouter|authenticat|authoriz|bearer|api[-_]?key|verifyToken|jwt|passport|session(?:Secret|Cookie)|withMcpAuth|basicAuth|x-auth/i;
/** Options and functions that refuse a request for another host name. */
const rebinding =
  /enableDnsRebindingProtection|allowedHosts|allowedOrigins|hostHeaderValidation|localhostHostValidation|createMcpExpressApp/;

/** True where a server listens to more than this machine: Node does where no host is named. */
function isOpen(call: PythonCall): boolean {
  const { args } = call.node;
  if (args.length === 0) return false;
  const named = option(call, "host") ?? option(call, "hostname");
  const second = call.positional(1);
  const host = named?.string() ?? second?.string();
  if (host !== undefined) return !/^(?:localhost|127\.|\[?::1)/.test(host);
  if (named !== undefined) return false;
  // A host that is no function and no number is named somewhere else.
  const node = second?.origin();
  return (
    second === undefined ||
    node?.kind === "Lambda" ||
    (node?.kind === "Name" && node.id.includes("@"))
  );
}

function openDoor(view: JavaScriptView): PythonCall | undefined {
  return view.methods("listen").find(isOpen);
}

export const mcpServerUnguarded = defineCheck({
  meta: {
    id: "mcp-server-unguarded",
    code: "PV-JS-010",
    title: "An MCP server offers its tools to the network without asking who calls",
    asset: "javascript",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-306",
      "CWE-346",
      "OWASP-ASI02:2026",
      "OWASP-ASI07:2026",
      "OWASP-LLM03:2026",
      "ATLAS:AML.T0085.001",
    ],
    why: "Everybody who reaches the port calls the tools; a web page can too, through the visitor's browser (DNS rebinding).",
    mend: 'Listen on "127.0.0.1", turn `enableDnsRebindingProtection` on, and put `requireBearerAuth` before the transport where others may call.',
    blind: "A login that stands in another file or in a proxy.",
    references: [
      "https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#security-warning",
      "CVE-2025-66414",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "a.ts",
          code: 'import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";\nimport express from "express";\nconst app = express();\napp.post("/mcp", async (req, res) => {\n  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });\n  await transport.handleRequest(req, res, req.body);\n});\napp.listen(3000);\n',
        },
      ],
      clean: [
        {
          path: "a.ts",
          code: 'import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";\nimport express from "express";\nconst app = express();\napp.post("/mcp", async (req, res) => {\n  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });\n  await transport.handleRequest(req, res, req.body);\n});\napp.listen(3000, "127.0.0.1");\n',
        },
      ],
    },
  },
  wants: (file) => file.mentions("ServerTransport") && file.mentions("listen"),
  run: (view, report) => {
    if (guards.test(view.text) || rebinding.test(view.text)) return;
    const made = view
      .methods(...transports)
      .find(({ name }) => name.startsWith("@modelcontextprotocol/"));
    const door = made === undefined ? undefined : openDoor(view);
    if (made !== undefined && door !== undefined) report(made);
  },
});
