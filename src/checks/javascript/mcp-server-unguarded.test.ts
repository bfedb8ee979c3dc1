import { checkCases } from "../../testing/check-cases.ts";
import { mcpServerUnguarded } from "./mcp-server-unguarded.ts";

checkCases(mcpServerUnguarded, {
  found: [
    "import { SSEServerTransport } from '@modelcontextprotocol/sdk/server/sse.js';\napp.get('/sse', async (req, res) => { t = new SSEServerTransport('/messages', res); });\napp.listen(PORT, () => console.log('up'));",
    "import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';\nconst t = new StreamableHTTPServerTransport({});\nhttp.createServer((q, s) => t.handleRequest(q, s)).listen({ port: 80, host: '0.0.0.0' });",
  ],
  clean: [
    "import { SSEServerTransport } from '@modelcontextprotocol/sdk/server/sse.js';\nconst t = new SSEServerTransport('/messages', res);\napp.listen(PORT, 'localhost');",
    "import { SSEServerTransport } from '@modelcontextprotocol/sdk/server/sse.js';\napp.use(requireBearerAuth({}));\nconst t = new SSEServerTransport('/messages', res);\napp.listen(PORT);",
    "import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';\nconst t = new StdioServerTransport();\napp.listen(3)",
    "import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';\nconst t = new StreamableHTTPServerTransport({ enableDnsRebindingProtection: true, allowedHosts });\napp.listen(3000);",
    "import { SSEServerTransport } from '@modelcontextprotocol/sdk/server/sse.js';\nexport const make = (res) => new SSEServerTransport('/messages', res);",
  ],
});
