import axios from "axios";
import OpenAI from "openai";

const openai = new OpenAI({ timeout: 30_000 });

async function manual(product) {
  const { data: page } = await axios.get(`https://manuals.example.com/${product}.txt`);
  return page.slice(0, 6000);
}

export async function help(product, question) {
  const text = await manual(product);
  const response = await openai.responses.create({ // sink
    model: "gpt-5-mini",
    instructions: `Obey this manual:\n${text}`,
    input: question,
    max_output_tokens: 300,
  });
  return response.output_text;
}
