import { checkCases } from "../../testing/check-cases.ts";
import { modelOutputDeserialized } from "./model-output-deserialized.ts";

checkCases(modelOutputDeserialized, {
  found: [
    'import yaml\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nplan = yaml.load(text, Loader=yaml.Loader)\n',
  ],
  clean: [
    'import yaml\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nplan = yaml.safe_load(text)\n',
  ],
});
