import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import OpenAI from "openai";

const mcp = new Client({ name: "bridge", version: "1.0.0" });
const openai = new OpenAI({ timeout: 30_000 });

async function available() {
  const { tools } = await mcp.listTools();
  return tools.map((tool) => ({
    type: "function",
    function: { name: tool.name, description: tool.description, parameters: tool.inputSchema }, // sink
  }));
}

export async function ask(question) {
  return openai.chat.completions.create({ // sink
    model: "gpt-4o",
    max_tokens: 300,
    tools: await available(),
    messages: [{ role: "user", content: question }],
  });
}
