import { checkCases } from "../../testing/check-cases.ts";
import { personalDataInPrompt } from "./personal-data-in-prompt.ts";

checkCases(personalDataInPrompt, {
  found: [
    'from openai import OpenAI\n\nclient = OpenAI()\n\n\ndef ask(row):\n    ssn = row["ssn"]\n    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": f"Is {ssn} valid?"}])\n',
  ],
  clean: [
    'from openai import OpenAI\n\nclient = OpenAI()\n\n\ndef ask(row):\n    total = row["total"]\n    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": f"Is {total} valid?"}])\n',
  ],
});
