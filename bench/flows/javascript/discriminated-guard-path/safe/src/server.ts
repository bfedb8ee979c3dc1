import { unlink } from "node:fs/promises";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { isName } from "./names.js";

const server = new McpServer({ name: "recordings", version: "2.0.0" });

async function remove(name: string): Promise<string> {
  if (!isName(name)) return "unknown recording";
  await unlink(`/srv/recordings/${name}.wav`);
  return "removed";
}

server.registerTool(
  "remove",
  { description: "Removes a recording", inputSchema: { name: z.string() } },
  async ({ name }) => ({ content: [{ type: "text", text: await remove(name) }] }),
);

export { server };
