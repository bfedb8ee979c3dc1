import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema } from "@modelcontextprotocol/sdk/types.js";

const server = new Server({ name: "calc", version: "1.0.0" }, { capabilities: { tools: {} } });

function calculate(expression: string): number {
  return Number(eval(expression)); // sink
}

server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const { name, arguments: input } = request.params;
  if (name !== "calculate") throw new Error("unknown tool");
  const value = calculate(String(input?.expression));
  return { content: [{ type: "text", text: `${value}` }] };
});

export { server };
