import Anthropic from "@anthropic-ai/sdk";

const anthropic = new Anthropic({ timeout: 120_000 });

export async function files(description) {
  const message = await anthropic.messages.create({
    model: "claude-sonnet-4-5",
    max_tokens: 4000,
    system: "Answer with a JSON object from file name to content.",
    messages: [{ role: "user", content: description }],
  });
  return JSON.parse(message.content[0].text);
}
