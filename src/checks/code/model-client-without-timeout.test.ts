import { checkCases } from "../../testing/check-cases.ts";
import { modelClientWithoutTimeout } from "./model-client-without-timeout.ts";

checkCases(modelClientWithoutTimeout, {
  found: [
    "from openai import AsyncOpenAI as Client\nclient = Client(api_key=key)",
    "import anthropic\nclient = anthropic.Anthropic()",
  ],
  clean: [
    "from openai import OpenAI\nclient = OpenAI(**options)",
    "from openai import OpenAI\nclient = OpenAI()\nclient.chat.completions.create(model='m', messages=m, timeout=9)",
    "class OpenAI: ...\nOpenAI()",
  ],
});
