import { createOpenAI } from "@ai-sdk/openai";
import { generateText } from "ai";

const provider = createOpenAI({});

export async function findAddress(topic: string): Promise<string> {
  const answer = await generateText({
    model: provider("gpt-4o-mini"),
    prompt: `The address of the API for ${topic}`,
    maxOutputTokens: 60,
  });
  return answer.text.trim();
}
