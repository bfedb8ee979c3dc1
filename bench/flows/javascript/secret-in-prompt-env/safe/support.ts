import Anthropic from "@anthropic-ai/sdk";

const anthropic = new Anthropic({ timeout: 20_000 });
const defaults = { model: "claude-haiku-4-5", max_tokens: 200 } as const;

function question(error: string): string {
  const secret = process.env["STRIPE_SECRET_KEY"];
  const state = secret === undefined ? "no key" : "a key";
  return `With ${state} Stripe answers "${error}". What is wrong?`;
}

export async function explain(error: string): Promise<string> {
  const message = await anthropic.messages.create({
    ...defaults,
    messages: [{ role: "user", content: question(error) }],
  });
  const [block] = message.content;
  return block?.type === "text" ? block.text : "";
}
