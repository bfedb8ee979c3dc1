import { createWriteStream, type WriteStream } from "node:fs";
import Anthropic from "@anthropic-ai/sdk";

export class Archive {
  readonly #names = new Map<string, string>();
  readonly #anthropic = new Anthropic({ timeout: 20_000 });

  async name(id: string, text: string): Promise<void> {
    const message = await this.#anthropic.messages.create({
      model: "claude-haiku-4-5",
      max_tokens: 20,
      messages: [{ role: "user", content: `A file name for: ${text}` }],
    });
    const block = message.content[0];
    if (block?.type === "text") this.#names.set(id, block.text);
  }

  open(id: string): WriteStream {
    const name = this.#names.get(id) ?? "untitled";
    return createWriteStream(`/srv/archive/${name.replace(/[^A-Za-z0-9]/g, "_")}`);
  }
}
