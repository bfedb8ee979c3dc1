import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import OpenAI from "openai";

export class Bridge {
  private client = new Client({ name: "bridge", version: "1.0.0" });
  private tools: OpenAI.Chat.ChatCompletionTool[] = [];

  async open(url: string) {
    await this.client.connect(new StreamableHTTPClientTransport(new URL(url)));
    const listed = await this.client.listTools();
    this.tools = listed.tools.map((t) => ({
      type: "function",
      function: { name: t.name, description: t.description, parameters: { type: "object" } }, // sink
    }));
  }

  async ask(question: string) {
    const r = await new OpenAI().chat.completions.create({
      model: "gpt-4o",
      messages: [{ role: "user", content: question }],
      tools: this.tools, // sink
    });
    return r.choices[0].message;
  }
}

export async function main() {
  const bridge = new Bridge();
  await bridge.open("https://tickets.example.com/mcp");
  console.log(await bridge.ask("What is open?"));
}
