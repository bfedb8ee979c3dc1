import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import OpenAI from "openai";

const mcp = new Client({ name: "bridge", version: "1.0.0" });
const openai = new OpenAI({ timeout: 30_000 });
const parameters = { type: "object", properties: { city: { type: "string" } } };
const reviewed = [
  { type: "function", function: { name: "forecast", description: "Weather", parameters } },
];

async function available() {
  const { tools } = await mcp.listTools();
  const names = new Set(tools.map((tool) => tool.name));
  return reviewed.filter((tool) => names.has(tool.function.name));
}

export async function ask(question) {
  return openai.chat.completions.create({
    model: "gpt-4o",
    max_tokens: 300,
    tools: await available(),
    messages: [{ role: "user", content: question }],
  });
}
