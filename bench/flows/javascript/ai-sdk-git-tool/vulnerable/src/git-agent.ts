import { exec, execFile } from "node:child_process";
import { promisify } from "node:util";
import { anthropic } from "@ai-sdk/anthropic";
import { generateText, tool } from "ai";
import { z } from "zod";

const sh = promisify(exec);
const run = promisify(execFile);

const git = tool({
  description: "Look at the history of the repository",
  parameters: z.object({
    view: z.string().describe("log, status or diff"),
  }),
  execute: async ({ view }) => {
    const { stdout } = await sh(`git ${view}`); // sink
    return stdout.slice(0, 4000);
  },
});

export async function review(question: string) {
  const branch = await run("git", ["branch", "--show-current"]);
  const { text } = await generateText({
    model: anthropic("claude-3-5-sonnet-latest"),
    tools: { git },
    maxSteps: 5,
    prompt: `${question} (branch ${branch.stdout.trim()})`,
  });
  return text;
}
