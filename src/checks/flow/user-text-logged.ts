import { defineCheck } from "../define.ts";
import { reportFlows } from "./support.ts";

export const userTextLogged = defineCheck({
  meta: {
    id: "user-text-logged",
    code: "PV-FLOW-035",
    title: "What a user says is written to a log",
    asset: "flow",
    severity: "low",
    confidence: "medium",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-532", "CWE-117", "OWASP-LLM02:2025", "OWASP-LLM02:2026", "ATLAS:AML.T0057"],
    why: "Conversations with a model hold what people would tell nobody else, and a line break in them makes up lines of the log.",
    mend: "Log that a message came and how long it was; keep conversations where only those may read them who have to.",
    blind: "Logs of the framework and of the provider.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'import logging\n\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/chat")\ndef chat():\n    logging.info("asked %s", request.json["question"])\n    return "done"\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'import logging\n\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/chat")\ndef chat():\n    logging.info("asked, %s characters", len(request.json["question"]))\n    return "done"\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: ["user-input"], sinks: ["log"], severity: "low" }),
});
