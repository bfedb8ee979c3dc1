import Anthropic from "@anthropic-ai/sdk";
import { bus } from "./bus.js";

const anthropic = new Anthropic({ timeout: 20_000 });

export async function onAlert(alert) {
  const { content } = await anthropic.messages.create({
    model: "claude-sonnet-4-5",
    max_tokens: 60,
    messages: [{ role: "user", content: `A shell command against: ${alert}` }],
  });
  bus.emit("command", content[0].text);
}
