import { checkCases } from "../../testing/check-cases.ts";
import { systemPromptFromUser } from "./system-prompt-from-user.ts";

checkCases(systemPromptFromUser, {
  found: [
    'client.chat.completions.create(model="m", messages=[{"role": "system", "content": user_input}])',
    'client.responses.create(model="m", instructions="Act as " + user_persona, input=q)',
    'client.messages.create(model="m", system=f"You help {user_name}", messages=m)',
    'SystemMessage(content="You help. {}".format(user_query))',
  ],
  clean: [
    'client.messages.create(model="m", system=prompt, messages=m)',
    'm = [{"role": "user", "content": user_input}]',
    'user_input = "fixed"\nm = [{"role": "system", "content": user_input}]',
    'm = [{"role": "system", "content": f"Today is {today}"}]',
  ],
});
