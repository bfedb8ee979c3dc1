import { defineCheck } from "../define.ts";
import { fromModel, reportFlows } from "./support.ts";

export const modelOutputInShell = defineCheck({
  meta: {
    id: "model-output-in-shell",
    code: "PV-FLOW-002",
    title: "What a model says becomes a command",
    asset: "flow",
    severity: "critical",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-78",
      "CWE-77",
      "OWASP-LLM10:2026",
      "OWASP-LLM05:2025",
      "OWASP-ASI05:2026",
      "ATLAS:AML.T0051.001",
      "ATLAS:AML.T0050",
    ],
    why: "One `;` in an answer is enough: the text runs with the rights of the program.",
    mend: "Start fixed programs with a list of arguments, take the command from a list of allowed ones, quote the rest with `shlex.quote`, and ask a person before it runs.",
    blind: "Options that a fixed program understands as commands.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'import os\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nos.system("git commit -m " + text)\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'import subprocess\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nsubprocess.run(["git", "commit", "-m", text])\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, {
      sources: fromModel,
      sinks: ["shell", "program"],
      severity: "critical",
    }),
});
