import { Ollama } from "ollama";

const ollama = new Ollama();

async function skillFor(request) {
  const reply = await ollama.chat({
    model: "llama3.2",
    messages: [{ role: "user", content: `Which skill fits: ${request}` }],
  });
  return reply.message.content.trim();
}

export async function handle(request) {
  const name = await skillFor(request);
  const skill = await import(`./skills/${name}.mjs`); // sink
  return skill.run(request);
}
