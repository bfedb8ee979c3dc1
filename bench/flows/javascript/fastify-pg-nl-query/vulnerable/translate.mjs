import OpenAI from "openai";

const client = new OpenAI();

export async function toSql(question) {
  const response = await client.responses.create({
    model: "gpt-4.1-mini",
    instructions: "Table flights(number, city, departs). Answer with one SELECT.",
    input: question,
  });
  return response.output_text.replace(/;\s*$/, "");
}
