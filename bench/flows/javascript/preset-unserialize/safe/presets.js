const { z } = require("zod");
const OpenAI = require("openai");

const Preset = z.object({ model: z.string(), temperature: z.number().min(0).max(2) });
const cache = {};

async function preset(name) {
  if (!cache[name]) {
    const res = await fetch("https://presets.example.org/all.json");
    const body = await res.text();
    const all = z.record(Preset).parse(JSON.parse(body));
    cache[name] = all[name];
  }
  return cache[name];
}

async function ask(question) {
  const { model, temperature } = Preset.parse(await preset("precise"));
  const r = await new OpenAI().chat.completions.create({
    model,
    temperature,
    messages: [{ role: "user", content: question }],
  });
  console.log(r.choices[0].message.content);
}

ask(process.argv[2]);
