import { execFileSync } from "node:child_process";
import OpenAI from "openai";

const client = new OpenAI({ timeout: 30_000 });

function checkout({ branch }) {
  if (!/^[a-z][a-z0-9/-]{0,60}$/.test(branch)) throw new Error("bad branch");
  return execFileSync("git", ["checkout", branch, "--"]).toString();
}

function dispatch(call) {
  const input = JSON.parse(call.function.arguments);
  switch (call.function.name) {
    case "checkout":
      return checkout(input);
    default:
      return "unknown tool";
  }
}

export async function step(messages, tools) {
  const completion = await client.chat.completions.create({
    model: "gpt-4o",
    max_tokens: 300,
    messages,
    tools,
  });
  return (completion.choices[0].message.tool_calls ?? []).map(dispatch);
}
