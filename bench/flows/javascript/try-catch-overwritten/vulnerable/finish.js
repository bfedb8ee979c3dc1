import { execSync } from "node:child_process";
import Anthropic from "@anthropic-ai/sdk";

const anthropic = new Anthropic({ timeout: 20_000 });

async function propose(error) {
  const message = await anthropic.messages.create({
    model: "claude-haiku-4-5",
    max_tokens: 50,
    messages: [{ role: "user", content: `Shell command after: ${error.message}` }],
  });
  return message.content[0].text;
}

export async function finish(job) {
  let command = "true";
  try {
    await job();
  } catch (error) {
    command = await propose(error);
  } finally {
    execSync(command); // sink
  }
}
