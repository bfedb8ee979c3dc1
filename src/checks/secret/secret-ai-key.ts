import { defineCheck } from "../define.ts";
import { reportSecrets } from "./report-secrets.ts";
import { letters } from "./samples.ts";

export const secretAiKey = defineCheck({
  meta: {
    id: "secret-ai-key",
    code: "PV-SECRET-001",
    title: "A key of a model provider or ML platform is written in plain text",
    asset: "text",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-798", "CWE-540", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "Who reads the file, its history or an image made of it uses models at your cost, and reads and changes what the account holds: prompts, data sets, fine-tuned models.",
    mend: "Revoke the key now: it is in the history. Read the new one from the environment or a secret store.",
    blind: "Keys without a form of their own, where nothing names the provider near them.",
    since: "0.1.0",
    examples: {
      found: [
        { path: "train.py", code: `client = OpenAI(api_key="sk-proj-${letters("ai", 64)}")\n` },
      ],
      clean: [
        { path: "train.py", code: 'client = OpenAI(api_key=os.environ["OPENAI_API_KEY"])\n' },
        { path: "README.md", code: "export OPENAI_API_KEY=sk-proj-your-key-here\n" },
      ],
    },
  },
  run: (view, report) => {
    reportSecrets(view, report, { groups: ["ai"] });
  },
});
