import { checkCases } from "../../testing/check-cases.ts";
import { modelCallWithoutOutputLimit } from "./model-call-without-output-limit.ts";

checkCases(modelCallWithoutOutputLimit, {
  found: [
    "client.chat.completions.create(model='m', messages=m)",
    "from openai import OpenAI\nOpenAI().responses.create(model='m', input=q)",
    "import litellm\nlitellm.completion(model='m', messages=m)",
    "import google.generativeai as genai\ngenai.GenerativeModel('g').generate_content(p)",
    "import openai\nopenai.ChatCompletion.create(model='m', messages=m)",
  ],
  clean: [
    "client.chat.completions.create(model='m', messages=m, max_completion_tokens=9)",
    "client.chat.completions.create(**options)",
    "from anthropic import Anthropic\nAnthropic().messages.create(model='m', max_tokens=9, messages=m)",
    "from twilio.rest import Client\nClient(a, b).messages.create(to=t, body=b)",
    "Order.objects.create(model='m')",
  ],
});
