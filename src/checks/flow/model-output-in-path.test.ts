import { checkCases } from "../../testing/check-cases.ts";
import { modelOutputInPath } from "./model-output-in-path.ts";

checkCases(modelOutputInPath, {
  found: [
    'from openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nopen(text, "w").write("done")\n',
  ],
  clean: [
    'from pathlib import Path\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nbase = Path("out").resolve()\npath = (base / text).resolve()\nif not path.is_relative_to(base):\n    raise ValueError(text)\nopen(path, "w").write("done")\n',
  ],
});
