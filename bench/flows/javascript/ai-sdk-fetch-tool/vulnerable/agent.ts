import { anthropic } from "@ai-sdk/anthropic";
import { generateText, stepCountIs, tool } from "ai";
import { z } from "zod";
import { readPage } from "./web";

export async function research(topic: string) {
  const { text } = await generateText({
    model: anthropic("claude-sonnet-4-20250514"),
    system: "You look things up before you answer.",
    prompt: topic,
    stopWhen: stepCountIs(6),
    tools: {
      open: tool({
        description: "Open a page of an encyclopedia",
        inputSchema: z.object({ address: z.string() }),
        execute: async (input) => readPage(input.address),
      }),
    },
  });
  return text;
}
