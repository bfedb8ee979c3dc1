import axios from "axios";
import OpenAI from "openai";

const openai = new OpenAI({ timeout: 20_000 });

const articles = new Map([
  ["tides", "https://example.com/tides"],
  ["bees", "https://example.com/bees"],
]);

const suggest = (topic) =>
  openai.chat.completions
    .create({
      model: "gpt-4o-mini",
      max_tokens: 80,
      messages: [{ role: "user", content: `The best article on ${topic}: URL only` }],
    })
    .then((completion) => completion.choices[0].message.content);

export async function check(topic) {
  const text = await suggest(topic);
  const article = articles.get(text.trim());
  if (article === undefined) return 404;
  const response = await axios.get(article, { timeout: 5000 });
  return response.status;
}
