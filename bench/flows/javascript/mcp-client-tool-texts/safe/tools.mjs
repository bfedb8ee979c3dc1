import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const parameters = {
  type: "object",
  properties: { day: { type: "string" }, people: { type: "integer" } },
  required: ["day", "people"],
};
const reviewed = [
  { type: "function", function: { name: "book", description: "Books a table", parameters } },
  { type: "function", function: { name: "free_tables", description: "Lists free tables", parameters } },
];

export async function offeredTools() {
  const client = new Client({ name: "concierge", version: "1.0.0" });
  await client.connect(new StreamableHTTPClientTransport(new URL("https://tables.example/mcp")));
  const { tools } = await client.listTools();
  const there = new Set(tools.map((tool) => tool.name));
  return reviewed.filter((tool) => there.has(tool.function.name));
}
