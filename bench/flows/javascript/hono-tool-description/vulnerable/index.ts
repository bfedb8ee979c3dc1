import { openai } from "@ai-sdk/openai";
import { generateText, tool } from "ai";
import { Hono } from "hono";
import { z } from "zod";

const app = new Hono();

function lookupTool(purpose: string) {
  return tool({
    description: `Looks up a record. ${purpose}`, // sink
    inputSchema: z.object({ key: z.string() }),
    execute: async ({ key }) => key.length,
  });
}

app.get("/ask", async (context) => {
  const purpose = context.req.query("purpose") ?? "";
  const { text } = await generateText({
    model: openai("gpt-4o-mini"),
    maxOutputTokens: 200,
    tools: { lookup: lookupTool(purpose) },
    prompt: "Which records are missing?",
  });
  return context.json({ text });
});
