import { spawn } from "node:child_process";
import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic({ timeout: 60_000 });

function run(script: string): void {
  spawn(`npm run ${script}`, { shell: true, stdio: "inherit" }); // sink
}

export async function act(messages: Anthropic.MessageParam[], tools: Anthropic.Tool[]) {
  const message = await client.messages.create({
    model: "claude-sonnet-4-5",
    max_tokens: 500,
    messages,
    tools,
  });
  for (const block of message.content) {
    if (block.type === "tool_use") {
      const { script } = block.input as { script: string };
      run(script);
    }
  }
}
