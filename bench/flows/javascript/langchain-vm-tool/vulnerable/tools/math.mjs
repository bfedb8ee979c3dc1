import vm from "node:vm";
import { DynamicTool } from "@langchain/core/tools";
import { ChatOpenAI } from "@langchain/openai";
import { createReactAgent } from "@langchain/langgraph/prebuilt";

class Calculator {
  context = { result: null };

  compute = (script) => {
    vm.runInNewContext(`result = ${script}`, this.context); // sink
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
