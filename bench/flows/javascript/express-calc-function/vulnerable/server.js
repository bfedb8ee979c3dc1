import express from "express";
import OpenAI from "openai";

const app = express();
const openai = new OpenAI();
app.use(express.json());

async function expressionFor(question) {
  const completion = await openai.chat.completions.create({
    model: "gpt-4o-mini",
    messages: [
      { role: "system", content: "Answer with a JavaScript expression." },
      { role: "user", content: question },
    ],
  });
  return completion.choices[0]?.message?.content ?? "0";
}

app.post("/calc", async (req, res) => {
  const expression = await expressionFor(String(req.body.question));
  const value = new Function(`return (${expression})`)(); // sink
  res.json({ value });
});

app.listen(3000);
