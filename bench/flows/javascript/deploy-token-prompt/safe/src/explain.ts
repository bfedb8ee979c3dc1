import Anthropic from "@anthropic-ai/sdk";
import { shown } from "./config";

const client = new Anthropic();

export async function explain(error: string): Promise<string> {
  const settings = JSON.stringify(shown);
  const message = await client.messages.create({
    model: "claude-3-5-haiku-latest",
    max_tokens: 600,
    messages: [{ role: "user", content: `Deployment failed.\nSettings: ${settings}\nError: ${error}` }],
  });
  const [first] = message.content;
  return first.type === "text" ? first.text : "";
}

if (require.main === module) {
  console.log("region", shown.region);
  explain("timeout").then(console.log);
}
