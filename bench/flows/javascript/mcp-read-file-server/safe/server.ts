import { readFile } from "node:fs/promises";
import path from "node:path";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";

const server = new McpServer({ name: "notes", version: "1.0.0" });
const folder = "/srv/notes";

function load(name: string): Promise<string> {
  return readFile(path.join(folder, path.basename(name)), "utf8");
}

server.registerTool(
  "read_note",
  { description: "Reads a note", inputSchema: { name: z.string() } },
  async ({ name }) => ({ content: [{ type: "text", text: await load(name) }] }),
);

await server.connect(new StdioServerTransport());
