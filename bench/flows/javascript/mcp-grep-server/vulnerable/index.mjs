import { execSync } from "node:child_process";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";

const server = new Server({ name: "code-search", version: "0.2.0" }, { capabilities: { tools: {} } });

function search(pattern) {
  try {
    return execSync(`grep -rn "${pattern}" src | head -50`, { encoding: "utf8" }); // sink
  } catch {
    return "nothing found";
  }
}

server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [
    {
      name: "search",
      description: "Searches the source code",
      inputSchema: { type: "object", properties: { pattern: { type: "string" } }, required: ["pattern"] },
    },
  ],
}));

server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const text = search(request.params.arguments.pattern);
  return { content: [{ type: "text", text }] };
});

await server.connect(new StdioServerTransport());
