import express from "express";
import OpenAI from "openai";

const app = express();
const openai = new OpenAI({ timeout: 30_000 });
app.use(express.json());

const personas = new Map([["pirate", "a polite pirate"]]);

function complete(persona, text) {
  return openai.chat.completions.create({
    model: "gpt-4o-mini",
    max_tokens: 300,
    messages: [
      { role: "system", content: `You are ${persona}. You know our prices.` },
      { role: "user", content: text },
    ],
  });
}

app.post("/chat", async (req, res) => {
  const persona = personas.get(req.body.persona) ?? "a shop assistant";
  const completion = await complete(persona, req.body.text);
  res.json({ answer: completion.choices[0].message.content });
});
