import { openai } from "@ai-sdk/openai";
import { generateText } from "ai";

export const summarise = async (article: string): Promise<string> => {
  const { text } = await generateText({
    model: openai("gpt-4o-mini"),
    system: "Sum up as HTML.",
    prompt: article,
    maxOutputTokens: 200,
  });
  return text;
};
