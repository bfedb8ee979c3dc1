import { defineCheck } from "../define.ts";
import { fromModel, reportFlows } from "./support.ts";

export const modelOutputInPath = defineCheck({
  meta: {
    id: "model-output-in-path",
    code: "PV-FLOW-005",
    title: "A model chooses which file is opened",
    asset: "flow",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-22",
      "CWE-73",
      "OWASP-LLM10:2026",
      "OWASP-LLM05:2025",
      "OWASP-ASI05:2026",
      "ATLAS:AML.T0051.001",
    ],
    why: "`../../.ssh/id_rsa` is a path too: files are read that end in a prompt, or written that are run later.",
    mend: "Resolve the path and check that it is inside the folder (`path.resolve().is_relative_to(base)`), or give files ids of your own.",
    blind: "Links within the folder.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'from openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nopen(text, "w").write("done")\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'from pathlib import Path\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nbase = Path("out").resolve()\npath = (base / text).resolve()\nif not path.is_relative_to(base):\n    raise ValueError(text)\nopen(path, "w").write("done")\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: fromModel, sinks: ["path"], severity: "medium" }),
});
