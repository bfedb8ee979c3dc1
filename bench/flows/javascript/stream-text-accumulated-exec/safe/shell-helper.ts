import { execFile } from "node:child_process";
import { anthropic } from "@ai-sdk/anthropic";
import { streamText } from "ai";

async function commandFor(task: string): Promise<string> {
  const { textStream } = streamText({
    model: anthropic("claude-haiku-4-5"),
    system: "Answer with one shell command.",
    prompt: task,
    maxOutputTokens: 100,
  });
  let command = "";
  for await (const part of textStream) {
    process.stdout.write(part);
    command += part;
  }
  return command.trim();
}

const command = await commandFor(process.argv[2] ?? "list files");
console.log("Suggested:", command.length, "characters");
execFile("ls", ["-l"], (error, stdout) => {
  console.log(error ?? stdout);
});
