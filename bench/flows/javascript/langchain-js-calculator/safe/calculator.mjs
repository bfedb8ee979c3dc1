import { tool } from "@langchain/core/tools";
import { ChatOpenAI } from "@langchain/openai";
import { createReactAgent } from "@langchain/langgraph/prebuilt";
import { z } from "zod";

const operators = {
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  times: (a, b) => a * b,
  over: (a, b) => a / b,
};

const calculator = tool(
  async ({ a, b, operator }) => String(operators[operator](a, b)),
  {
    name: "calculator",
    description: "Computes with two numbers",
    schema: z.object({ a: z.number(), b: z.number(), operator: z.enum(["plus", "minus", "times", "over"]) }),
  },
);

const agent = createReactAgent({ llm: new ChatOpenAI({ model: "gpt-4o-mini" }), tools: [calculator] });
const result = await agent.invoke({ messages: [{ role: "user", content: "What is 17 % of 2340?" }] });
console.log(result.messages.at(-1).content);
