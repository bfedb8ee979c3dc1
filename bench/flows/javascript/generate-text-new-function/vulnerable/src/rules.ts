import { openai } from "@ai-sdk/openai";
import { generateText } from "ai";

export async function ruleFor(wish: string): Promise<string> {
  const { text } = await generateText({
    model: openai("gpt-4o"),
    maxOutputTokens: 200,
    prompt: `Write the body of a JavaScript function (row) for: ${wish}`,
  });
  return text;
}
