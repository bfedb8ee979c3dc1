import { tool } from "@langchain/core/tools";
import { ChatOpenAI } from "@langchain/openai";
import { createReactAgent } from "@langchain/langgraph/prebuilt";
import { z } from "zod";

const calculator = tool(
  async ({ expression }) => {
    const cleaned = expression.replaceAll("^", "**");
    return String(eval(cleaned)); // sink
  },
  {
    name: "calculator",
    description: "Evaluates an arithmetic expression",
    schema: z.object({ expression: z.string() }),
  },
);

const agent = createReactAgent({ llm: new ChatOpenAI({ model: "gpt-4o-mini" }), tools: [calculator] });
const result = await agent.invoke({ messages: [{ role: "user", content: "What is 17 % of 2340?" }] });
console.log(result.messages.at(-1).content);
