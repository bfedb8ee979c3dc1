import { google } from "@ai-sdk/google";
import { generateObject } from "ai";
import { z } from "zod";

const Call = z.object({ name: z.enum(["upper", "lower"]), values: z.array(z.string()) });

async function choose(wish: string): Promise<z.infer<typeof Call>> {
  const { object } = await generateObject({
    model: google("gemini-2.5-flash"),
    schema: Call,
    prompt: wish,
    maxOutputTokens: 100,
  });
  return object;
}

export async function act(wish: string): Promise<unknown> {
  const { name, values } = await choose(wish);
  switch (name) {
    case "upper":
      return values.map((value) => value.toUpperCase());
    case "lower":
      return values.map((value) => value.toLowerCase());
  }
}
