import { Ollama } from "ollama";

const ollama = new Ollama();
const skills = {
  mail: () => import("./skills/mail.mjs"),
  calendar: () => import("./skills/calendar.mjs"),
};

async function skillFor(request) {
  const reply = await ollama.chat({
    model: "llama3.2",
    messages: [{ role: "user", content: `Which skill fits: ${request}` }],
  });
  return reply.message.content.trim();
}

export async function handle(request) {
  const name = await skillFor(request);
  if (!Object.hasOwn(skills, name)) throw new Error("no such skill");
  const skill = await skills[name]();
  return skill.run(request);
}
