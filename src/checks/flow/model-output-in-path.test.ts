import { checkCases } from "../../testing/check-cases.ts";
import { modelOutputInPath } from "./model-output-in-path.ts";

checkCases(modelOutputInPath, {
  found: [
    'from openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nopen(text, "w").write("done")\n',
  ],
  clean: [
    // Whoever asks whether a path is within a folder asks it to be safe, however that is found out.
    'from pathlib import Path\nfrom openai import OpenAI\n\nclient = OpenAI()\n\n\ndef is_path_within_workspace(path):\n    return inspect(path)\n\n\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nif not is_path_within_workspace(text):\n    raise ValueError(text)\nopen(text).read()\n',
    'from pathlib import Path\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nbase = Path("out").resolve()\npath = (base / text).resolve()\nif not path.is_relative_to(base):\n    raise ValueError(text)\nopen(path, "w").write("done")\n',
  ],
});
