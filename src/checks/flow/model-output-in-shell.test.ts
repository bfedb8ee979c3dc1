import { checkCases } from "../../testing/check-cases.ts";
import { modelOutputInShell } from "./model-output-in-shell.ts";

checkCases(modelOutputInShell, {
  found: [
    'import os\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nos.system("git commit -m " + text)\n',
    'import subprocess\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\n\n\ndef run(cmd):\n    return subprocess.run(cmd, shell=True)\n\n\nrun(text)\n',
  ],
  clean: [
    'import subprocess\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nsubprocess.run(["git", "commit", "-m", text])\n',
    'import os, shlex\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nos.system("git commit -m " + shlex.quote(text))\n',
  ],
});
