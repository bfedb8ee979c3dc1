import OpenAI from "openai";

const client = new OpenAI();

export async function toCity(question) {
  const response = await client.responses.create({
    model: "gpt-4.1-mini",
    instructions: "Answer with the city that the question is about.",
    input: question,
  });
  return response.output_text.trim();
}
