import express from "express";
import OpenAI from "openai";

const app = express();
const openai = new OpenAI();
app.use(express.json());

async function expressionFor(question) {
  const completion = await openai.chat.completions.create({
    model: "gpt-4o-mini",
    messages: [
      { role: "system", content: "Answer with a number." },
      { role: "user", content: question },
    ],
  });
  return completion.choices[0]?.message?.content ?? "0";
}

app.post("/calc", async (req, res) => {
  const expression = await expressionFor(String(req.body.question));
  const value = Number(expression);
  res.json({ value });
});

app.listen(3000);
