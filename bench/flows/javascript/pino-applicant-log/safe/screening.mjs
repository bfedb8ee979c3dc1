import Anthropic from "@anthropic-ai/sdk";
import express from "express";
import pino from "pino";

const app = express();
const log = pino();
const anthropic = new Anthropic();
app.use(express.json());

app.post("/applications/:id/screening", async (req, res) => {
  const { fullName, email, ssn, letter } = req.body;
  log.info({ application: Number(req.params.id), size: letter.length }, "screening");
  const message = await anthropic.messages.create({
    model: "claude-3-5-sonnet-latest",
    max_tokens: 400,
    system: "Summarise the letter of an applicant.",
    messages: [{ role: "user", content: letter }],
  });
  res.json({ to: email, for: fullName, known: Boolean(ssn), summary: message.content[0].text });
});

app.listen(8080);
