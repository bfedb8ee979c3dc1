import got from "got";
import OpenAI from "openai";

const openai = new OpenAI({ timeout: 20_000 });

async function options(goal) {
  const completion = await openai.chat.completions.create({
    model: "gpt-4o",
    max_tokens: 100,
    response_format: { type: "json_object" },
    messages: [{ role: "user", content: `url and searchParams as JSON to ${goal}` }],
  });
  return JSON.parse(completion.choices[0].message.content);
}

export async function call(goal) {
  const request = Object.assign({ method: "GET" }, await options(goal));
  const query = { q: String(request.searchParams?.q) };
  return got("https://api.example.com/search", { searchParams: query }).text();
}
