import { Mistral } from "@mistralai/mistralai";
import { Runner } from "./runner.js";

export class MistralRunner extends Runner {
  readonly #client = new Mistral();

  async plan(goal: string): Promise<void> {
    const response = await this.#client.chat.complete({
      model: "mistral-small-latest",
      maxTokens: 60,
      messages: [{ role: "user", content: `One bash command to ${goal}` }],
    });
    const answer = String(response.choices?.[0]?.message?.content);
    this.command = answer.includes("clean") ? "make clean" : "make build";
  }
}
