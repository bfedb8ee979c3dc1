import { GoogleGenAI } from "@google/genai";
import { declarations } from "./tools/declarations.mjs";

const ai = new GoogleGenAI({});

async function invoke(call) {
  const { default: run } = await import(`./tools/${call.name}.mjs`); // sink
  return run(call.args);
}

const response = await ai.models.generateContent({
  model: "gemini-2.5-flash",
  contents: process.argv.slice(2).join(" "),
  config: { tools: [{ functionDeclarations: declarations }] },
});

for (const call of response.functionCalls ?? []) {
  console.log(call.name, await invoke(call));
}
