import Groq from "groq-sdk";
import * as tools from "./tools.js";

const groq = new Groq({ timeout: 20_000 });

export async function step(messages, schemas) {
  const completion = await groq.chat.completions.create({
    model: "llama-3.3-70b-versatile",
    max_tokens: 200,
    messages,
    tools: schemas,
  });
  const [call] = completion.choices[0].message.tool_calls;
  const input = JSON.parse(call.function.arguments);
  return tools[call.function.name](input.city); // sink
}
