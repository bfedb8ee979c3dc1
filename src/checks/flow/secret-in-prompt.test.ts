import { checkCases } from "../../testing/check-cases.ts";
import { secretInPrompt } from "./secret-in-prompt.ts";

checkCases(secretInPrompt, {
  found: [
    'import os\nfrom openai import OpenAI\n\nclient = OpenAI()\nkey = os.environ["STRIPE_SECRET_KEY"]\nclient.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Use the key " + key}])\n',
  ],
  clean: [
    'import os\nfrom openai import OpenAI\n\nclient = OpenAI(api_key=os.environ["OPENAI_API_KEY"])\nclient.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello"}])\n',
  ],
});
