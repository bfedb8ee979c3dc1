import { defineCheck } from "../define.ts";
import { fromOutside, reportFlows } from "./support.ts";

export const untrustedTextChoosesCode = defineCheck({
  meta: {
    id: "untrusted-text-chooses-code",
    code: "PV-FLOW-019",
    title: "Text from outside chooses by name what is imported or called",
    asset: "flow",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-470", "ATLAS:AML.T0049"],
    why: "Every function that can be reached by a name can be called.",
    mend: "Look the name up in a table of what is meant.",
    blind: "What the functions that can be reached do.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'import tools\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    return getattr(tools, request.form["tool"])()\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'from flask import Flask, request\n\napp = Flask(__name__)\nTOOLS = {"add": add}\n\n\n@app.post("/run")\ndef run():\n    return TOOLS[request.form["tool"]]()\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: fromOutside, sinks: ["import"], severity: "medium" }),
});
