import vm from "node:vm";
import Anthropic from "@anthropic-ai/sdk";

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

function execute(source) {
  return vm.runInNewContext(source, { console }); // sink
}

ask("the sum of the first ten squares").then(textOf).then(execute).then(console.log);
