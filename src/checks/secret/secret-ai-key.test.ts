import { checkCases } from "../../testing/check-cases.ts";
import { textCase } from "../../testing/text-case.ts";
import { letters } from "./samples.ts";
import { secretAiKey } from "./secret-ai-key.ts";

checkCases(secretAiKey, {
  found: [
    textCase({ path: ".env", code: `MISTRAL_API_KEY=${letters("m", 32)}\n` }),
    textCase({ path: "a.ts", code: `const key = "hf_${letters("h", 34)}";\n` }),
    textCase({
      path: "n.json",
      code: JSON.stringify({ text: [`key\ngsk_${letters("g", 52)}\n`] }),
    }),
  ],
  clean: [
    textCase({ path: "a.py", code: `sk = "sk-learn-pipeline-with-a-long-name-and-more"\n` }),
    textCase({ path: "a.md", code: "hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n" }),
  ],
});
