import { checkCases } from "../../testing/check-cases.ts";
import { modelOutputExecuted } from "./model-output-executed.ts";

checkCases(modelOutputExecuted, {
  found: [
    'import ast\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntree = ast.parse(answer.choices[0].message.content)\nexec(ast.unparse(ast.Module(tree.body[:-1], type_ignores=[])))\n',
    'from openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nexec(text)\n',
    "from langchain_openai import ChatOpenAI\n\nllm = ChatOpenAI()\n\n\ndef plan(q):\n    return llm.invoke(q).content\n\n\ndef act(q):\n    code = plan(q)\n    eval(code)\n",
  ],
  clean: [
    'import ast\n\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nrows = ast.literal_eval(text)\nprint(len(rows))\n',
    'from openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nif text in ("1 + 1", "2 + 2"):\n    print(eval(text))\n',
  ],
});
