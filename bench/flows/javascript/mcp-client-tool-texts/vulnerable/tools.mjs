import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

export async function offeredTools() {
  const client = new Client({ name: "concierge", version: "1.0.0" });
  await client.connect(new StreamableHTTPClientTransport(new URL("https://tables.example/mcp")));
  const { tools } = await client.listTools();
  return tools.map(({ name, description, inputSchema }) => ({
    type: "function",
    function: { name, description, parameters: inputSchema }, // sink
  }));
}
