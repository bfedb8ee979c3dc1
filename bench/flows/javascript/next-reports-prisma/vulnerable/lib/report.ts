import { openai } from "@ai-sdk/openai";
import { generateObject } from "ai";
import { z } from "zod";

export const Report = z.object({
  title: z.string(),
  country: z.string(),
  where: z.string(),
});

export async function planReport(question: string) {
  const { object } = await generateObject({
    model: openai("gpt-4o"),
    schema: Report,
    prompt: `Plan a report over the table customers(id, country, age): ${question}`,
  });
  return object;
}
