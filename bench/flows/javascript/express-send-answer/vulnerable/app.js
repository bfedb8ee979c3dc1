import express from "express";
import { ChatOpenAI } from "@langchain/openai";

const app = express();
const model = new ChatOpenAI({ model: "gpt-4o-mini", timeout: 20_000, maxTokens: 200 });

async function horoscope() {
  const message = await model.invoke("A horoscope for today");
  return message.content;
}

app.get("/today", async (request, response) => {
  const text = await horoscope();
  response.send(`<html><body><p>${text}</p></body></html>`); // sink
});

app.listen(3000, "127.0.0.1");
