import { checkCases } from "../../testing/check-cases.ts";
import { modelOutputChoosesCode } from "./model-output-chooses-code.ts";

checkCases(modelOutputChoosesCode, {
  found: [
    'import importlib\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nmodule = importlib.import_module(text)\n',
    'import tools\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\ngetattr(tools, text)()\n',
  ],
  clean: [
    'from openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nTOOLS = {"add": add, "search": search}\nTOOLS[text](query)\n',
  ],
});
