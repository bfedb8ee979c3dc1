import { DynamicTool } from "@langchain/core/tools";
import { ChatOpenAI } from "@langchain/openai";
import { createReactAgent } from "@langchain/langgraph/prebuilt";

class Calculator {
  context = { result: null };

  compute = (script) => {
    this.context.result = script.split("+").map(Number).reduce((a, b) => a + b, 0);
    return JSON.stringify(this.context.result);
  };
}

const calculator = new Calculator();

export const calc = new DynamicTool({
  name: "calc",
  description: "Compute a sum",
  func: async (input) => calculator.compute(input),
});

export const agent = createReactAgent({ llm: new ChatOpenAI({ model: "gpt-4o" }), tools: [calc] });
