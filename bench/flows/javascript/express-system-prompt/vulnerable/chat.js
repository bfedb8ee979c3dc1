import express from "express";
import OpenAI from "openai";

const app = express();
const openai = new OpenAI({ timeout: 30_000 });
app.use(express.json());

function complete(persona, text) {
  return openai.chat.completions.create({ // sink
    model: "gpt-4o-mini",
    max_tokens: 300,
    messages: [
      { role: "system", content: `You are ${persona}. You know our prices.` },
      { role: "user", content: text },
    ],
  });
}

app.post("/chat", async (req, res) => {
  const completion = await complete(req.body.persona, req.body.text);
  res.json({ answer: completion.choices[0].message.content });
});
