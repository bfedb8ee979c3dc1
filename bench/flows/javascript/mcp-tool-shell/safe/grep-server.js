import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const run = promisify(execFile);
const server = new McpServer({ name: "grep", version: "0.1.0" });

async function grep(pattern) {
  const { stdout } = await run("grep", ["-rn", "--", pattern, "/srv/docs"]);
  return stdout;
}

server.tool("grep", { pattern: z.string() }, async ({ pattern }) => {
  const text = await grep(pattern);
  return { content: [{ type: "text", text }] };
});

export { server };
