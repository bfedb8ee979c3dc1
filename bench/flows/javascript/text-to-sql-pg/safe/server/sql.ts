import OpenAI from "openai";

const openai = new OpenAI({ timeout: 20_000 });

export async function toSql(question: string): Promise<string> {
  const response = await openai.responses.create({
    model: "gpt-5-mini",
    instructions: "Answer with the city only.",
    input: question,
    max_output_tokens: 200,
  });
  return response.output_text.replace(/```(sql)?/g, "").trim();
}
