import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import OpenAI from "openai";
import { PINNED } from "./pinned";

export class Bridge {
  private client = new Client({ name: "bridge", version: "1.0.0" });
  private tools: OpenAI.Chat.ChatCompletionTool[] = [];

  async open(url: string) {
    await this.client.connect(new StreamableHTTPClientTransport(new URL(url)));
    const listed = await this.client.listTools();
    const offered = new Set(listed.tools.map((t) => t.name));
    this.tools = Object.entries(PINNED)
      .filter(([name]) => offered.has(name))
      .map(([name, description]) => ({
        type: "function",
        function: { name, description, parameters: { type: "object" } },
      }));
  }

  async ask(question: string) {
    const r = await new OpenAI().chat.completions.create({
      model: "gpt-4o",
      messages: [{ role: "user", content: question }],
      tools: this.tools,
    });
    return r.choices[0].message;
  }
}

export async function main() {
  const bridge = new Bridge();
  await bridge.open("https://tickets.example.com/mcp");
  console.log(await bridge.ask("What is open?"));
}
