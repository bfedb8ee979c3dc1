import express from "express";
import OpenAI from "openai";

const app = express();
const openai = new OpenAI();
app.use(express.json());

async function writeFormula(wish) {
  const completion = await openai.chat.completions.create({
    model: "gpt-4o-mini",
    messages: [
      { role: "system", content: "Answer with a JavaScript expression over the array `cells`." },
      { role: "user", content: wish },
    ],
  });
  return completion.choices[0]?.message?.content ?? "0";
}

app.post("/formula", async (req, res) => {
  const cells = req.body.cells.map(Number);
  const formula = await writeFormula(req.body.wish);
  const compute = new Function("cells", `return (${formula});`); // sink
  res.json({ value: compute(cells) });
});

app.listen(3000);
