import OpenAI from "openai";

const openai = new OpenAI({ timeout: 20_000 });

export async function plan(goal: string): Promise<{ verb: string; unit: string }> {
  const response = await openai.responses.create({
    model: "gpt-5",
    input: `verb and unit of systemctl as JSON to ${goal}`,
    max_output_tokens: 60,
  });
  return JSON.parse(response.output_text) as { verb: string; unit: string };
}
