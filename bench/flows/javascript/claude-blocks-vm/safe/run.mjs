import Anthropic from "@anthropic-ai/sdk";
import { Sandbox } from "@e2b/code-interpreter";

const anthropic = new Anthropic({ timeout: 30_000 });

function ask(task) {
  return anthropic.messages.create({
    model: "claude-sonnet-4-5",
    max_tokens: 1000,
    messages: [{ role: "user", content: `JavaScript for: ${task}` }],
  });
}

function textOf(message) {
  return message.content
    .filter((block) => block.type === "text")
    .map((block) => block.text)
    .join("\n");
}

async function execute(source) {
  const sandbox = await Sandbox.create({ timeoutMs: 60_000 });
  const execution = await sandbox.runCode(source, { language: "js" });
  return execution.text;
}

ask("the sum of the first ten squares").then(textOf).then(execute).then(console.log);
