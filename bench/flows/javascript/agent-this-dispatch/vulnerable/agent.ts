import Anthropic from "@anthropic-ai/sdk";
import { rm } from "node:fs/promises";

export class GardenAgent {
  private client = new Anthropic();
  [key: string]: any;

  private actions = new Map<string, (input: any) => Promise<string>>([
    ["water", (input) => this.water(input)],
    ["measure", () => this.measure()],
  ]);

  async water(input: { litres: number }) {
    return `watered with ${input.litres} l`;
  }

  async measure() {
    return "humidity 40 %";
  }

  async reset() {
    await rm("garden-state", { recursive: true });
    return "reset";
  }

  async turn(text: string): Promise<string[]> {
    const msg = await this.client.messages.create({
      model: "claude-3-5-sonnet-latest",
      max_tokens: 500,
      tools: [...this.actions.keys()].map((name) => ({ name, input_schema: { type: "object" as const } })),
      messages: [{ role: "user", content: text }],
    });
    const results: string[] = [];
    for (const block of msg.content) {
      if (block.type !== "tool_use") continue;
      results.push(await this[block.name](block.input)); // sink
    }
    return results;
  }
}
