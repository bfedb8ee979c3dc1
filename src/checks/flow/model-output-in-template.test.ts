import { checkCases } from "../../testing/check-cases.ts";
import { modelOutputInTemplate } from "./model-output-in-template.ts";

checkCases(modelOutputInTemplate, {
  found: [
    'from jinja2 import Template\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\npage = Template(text).render()\n',
  ],
  clean: [
    'from jinja2 import Template\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\npage = Template("<p>{{ text | e }}</p>").render(text=text)\n',
  ],
});
