const { OpenAI } = require("openai");

const client = new OpenAI({ timeout: 15000 });

async function recommend(task) {
  const response = await client.responses.create({
    model: "gpt-5-mini",
    input: `npm package for ${task}, name only`,
    max_output_tokens: 20,
  });
  return response.output_text.trim();
}

async function main() {
  const name = await recommend("parsing CSV");
  const library = require(name); // sink
  console.log(Object.keys(library));
}

main();
