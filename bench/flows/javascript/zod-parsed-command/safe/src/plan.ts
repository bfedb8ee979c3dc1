import OpenAI from "openai";
import { z } from "zod";

const openai = new OpenAI({ timeout: 20_000 });
const Plan = z.strictObject({
  verb: z.enum(["reload", "restart"]),
  unit: z.enum(["nginx", "redis"]),
});

export async function plan(goal: string): Promise<z.infer<typeof Plan>> {
  const response = await openai.responses.create({
    model: "gpt-5",
    input: `verb and unit of systemctl as JSON to ${goal}`,
    max_output_tokens: 60,
  });
  return Plan.parse(JSON.parse(response.output_text));
}
