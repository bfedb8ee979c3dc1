import OpenAI from "openai";
import { offeredTools } from "./tools.mjs";

const openai = new OpenAI();

const completion = await openai.chat.completions.create({
  model: "gpt-4o",
  messages: [{ role: "user", content: "Book a table for two on Friday." }],
  tools: await offeredTools(), // sink
});
console.log(completion.choices[0].message.tool_calls);
