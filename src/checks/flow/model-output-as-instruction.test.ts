import { checkCases } from "../../testing/check-cases.ts";
import { modelOutputAsInstruction } from "./model-output-as-instruction.ts";

checkCases(modelOutputAsInstruction, {
  found: [
    'from openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nclient.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": text}])\n',
  ],
  clean: [
    'from openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nclient.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])\n',
  ],
});
