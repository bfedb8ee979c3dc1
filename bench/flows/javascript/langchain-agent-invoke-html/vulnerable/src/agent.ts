import { createReactAgent } from "@langchain/langgraph/prebuilt";
import { ChatOpenAI } from "@langchain/openai";

const agent = createReactAgent({
  llm: new ChatOpenAI({ model: "gpt-4o-mini", timeout: 20_000, maxTokens: 300 }),
  tools: [],
});

export async function ask(question: string): Promise<string> {
  const { messages } = await agent.invoke({ messages: [{ role: "user", content: question }] });
  return String(messages.at(-1)?.content);
}
