import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic();

export async function* plan(goal) {
  const msg = await client.messages.create({
    model: "claude-3-5-sonnet-latest",
    max_tokens: 1000,
    messages: [{ role: "user", content: `Plan as a JSON array of {plugin, input}: ${goal}` }],
  });
  for (const step of JSON.parse(msg.content[0].text)) {
    yield step;
  }
}
