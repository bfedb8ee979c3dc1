import { defineCheck } from "../define.ts";
import { reportFlows } from "./support.ts";

export const untrustedSystemPrompt = defineCheck({
  meta: {
    id: "untrusted-system-prompt",
    code: "PV-FLOW-021",
    title: "What a user says becomes an instruction to the model",
    asset: "flow",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-1427",
      "CWE-77",
      "OWASP-LLM01:2026",
      "OWASP-LLM01:2025",
      "OWASP-ASI01:2026",
      "ATLAS:AML.T0051.000",
    ],
    why: "The system prompt is what the model obeys; who writes into it gives the orders, and guards that look at user messages do not see it.",
    mend: "Keep the system prompt fixed, and put what users say into a user message.",
    blind: "Prompts that are joined into one text without roles.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'from flask import Flask, request\nfrom openai import OpenAI\n\napp = Flask(__name__)\nclient = OpenAI()\n\n\n@app.post("/chat")\ndef chat():\n    topic = request.json["topic"]\n    client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"You are an expert on {topic}."}])\n    return "done"\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'from flask import Flask, request\nfrom openai import OpenAI\n\napp = Flask(__name__)\nclient = OpenAI()\n\n\n@app.post("/chat")\ndef chat():\n    topic = request.json["topic"]\n    client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": "You are an expert."}, {"role": "user", "content": topic}])\n    return "done"\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, {
      sources: ["user-input", "local-input", "download"],
      sinks: ["system-prompt"],
      severity: "medium",
    }),
});
