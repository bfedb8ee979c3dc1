import { GoogleGenAI } from "@google/genai";
import { declarations } from "./tools/declarations.mjs";
import timer from "./tools/timer.mjs";

const ai = new GoogleGenAI({});
const tools = new Map([["timer", timer]]);

async function invoke(call) {
  const run = tools.get(call.name);
  return run ? run(call.args) : "no such tool";
}

const response = await ai.models.generateContent({
  model: "gemini-2.5-flash",
  contents: process.argv.slice(2).join(" "),
  config: { tools: [{ functionDeclarations: declarations }] },
});

for (const call of response.functionCalls ?? []) {
  console.log(call.name, await invoke(call));
}
