const { Ollama } = require("ollama");

const ollama = new Ollama();

async function generate(prompt) {
  const { response } = await ollama.generate({ model: "qwen2.5-coder", prompt });
  return response;
}

module.exports = { generate };
