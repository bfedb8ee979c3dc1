import OpenAI from "openai";

const openai = new OpenAI({ timeout: 20_000 });

export async function toSql(question: string): Promise<string> {
  const response = await openai.responses.create({
    model: "gpt-5-mini",
    instructions: "Write one PostgreSQL query over stations(city, name).",
    input: question,
    max_output_tokens: 200,
  });
  return response.output_text.replace(/```(sql)?/g, "").trim();
}
