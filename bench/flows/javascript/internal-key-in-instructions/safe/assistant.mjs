import { createInterface } from "node:readline/promises";
import OpenAI from "openai";
import { instructions } from "./prompt.mjs";

const openai = new OpenAI();
const terminal = createInterface({ input: process.stdin, output: process.stdout });
const question = await terminal.question("> ");

const response = await openai.responses.create({
  model: "gpt-4.1",
  instructions,
  input: question,
});
console.log(response.output_text);
terminal.close();
