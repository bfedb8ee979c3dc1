import { openai } from "@ai-sdk/openai";
import { generateObject } from "ai";
import { z } from "zod";

const Rule = z.object({
  column: z.enum(["price", "stock"]),
  comparison: z.enum(["below", "above"]),
  value: z.number(),
});

export async function ruleFor(wish: string): Promise<z.infer<typeof Rule>> {
  const { object } = await generateObject({
    model: openai("gpt-4o"),
    schema: Rule,
    maxOutputTokens: 200,
    prompt: `A rule over rows for: ${wish}`,
  });
  return object;
}
