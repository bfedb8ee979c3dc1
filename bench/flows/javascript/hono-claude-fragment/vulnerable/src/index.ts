import Anthropic from "@anthropic-ai/sdk";
import { Hono } from "hono";

const app = new Hono();
const anthropic = new Anthropic();

async function explain(word: string): Promise<string> {
  const message = await anthropic.messages.create({
    model: "claude-3-5-haiku-latest",
    max_tokens: 200,
    system: "Explain the word to a child.",
    messages: [{ role: "user", content: word }],
  });
  const block = message.content[0];
  return block.type === "text" ? block.text : "";
}

app.get("/words/:word", async (c) => {
  const explanation = await explain(c.req.param("word"));
  return c.html(`<article><p>${explanation}</p></article>`); // sink
});

export default app;
