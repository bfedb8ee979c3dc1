import { GoogleGenAI } from "@google/genai";
import express from "express";

const ai = new GoogleGenAI({});
const app = express();

async function ask(question: string): Promise<string> {
  const response = await ai.models.generateContent({
    model: "gemini-2.5-flash",
    contents: question,
  });
  return response.text ?? "";
}

async function answers(...questions: string[]): Promise<string[]> {
  return Promise.all(questions.map((question) => ask(question)));
}

app.get("/wall", async (_request, response) => {
  const texts = await answers("What is new?", "What is old?");
  const page = texts.reduce((html, text) => `${html}<p>${text}</p>`, "<h1>Wall</h1>");
  response.status(200).send(page); // sink
});

app.listen(3000);
