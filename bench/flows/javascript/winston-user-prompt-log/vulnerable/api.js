import OpenAI from "openai";
import express from "express";
import winston from "winston";

const logger = winston.createLogger({ transports: [new winston.transports.Console()] });
const openai = new OpenAI({ timeout: 20_000 });
const app = express();
app.use(express.json());

function record(prompt) {
  logger.info("chat prompt", { prompt }); // sink
}

app.post("/chat", async (req, res) => {
  const { prompt } = req.body;
  record(prompt);
  const response = await openai.responses.create({
    model: "gpt-5-mini",
    input: prompt,
    max_output_tokens: 200,
  });
  res.json({ answer: response.output_text });
});
