import { checkCases } from "../../testing/check-cases.ts";
import { modelOutputInRequest } from "./model-output-in-request.ts";

checkCases(modelOutputInRequest, {
  found: [
    'import requests\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\npage = requests.get(text)\n',
  ],
  clean: [
    'import requests\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\npage = requests.get("https://api.example.com/items", params={"q": text})\n',
    'import requests\nfrom urllib.parse import urlparse\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nif urlparse(text).hostname in {"example.com"}:\n    page = requests.get(text)\n',
  ],
});
