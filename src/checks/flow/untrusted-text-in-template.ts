import { defineCheck } from "../define.ts";
import { fromOutside, reportFlows } from "./support.ts";

export const untrustedTextInTemplate = defineCheck({
  meta: {
    id: "untrusted-text-in-template",
    code: "PV-FLOW-017",
    title: "Text from outside is rendered as a template",
    asset: "flow",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1336", "CWE-94", "ATLAS:AML.T0049"],
    why: "A template is a program: `{{ … }}` reaches the objects of the process.",
    mend: "Keep templates fixed and pass the text as a variable.",
    blind: "Engines that it does not know.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'from flask import Flask, request, render_template_string\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    return render_template_string("<p>" + request.form["text"] + "</p>")\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'from flask import Flask, request, render_template_string\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    return render_template_string("<p>{{ text }}</p>", text=request.form["text"])\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: fromOutside, sinks: ["template"], severity: "high" }),
});
