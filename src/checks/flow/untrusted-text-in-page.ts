import { defineCheck } from "../define.ts";
import { fromOutside, reportFlows } from "./support.ts";

export const untrustedTextInPage = defineCheck({
  meta: {
    id: "untrusted-text-in-page",
    code: "PV-FLOW-016",
    title: "Text from outside becomes part of a page unescaped",
    asset: "flow",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-79", "ATLAS:AML.T0049"],
    why: "A script in the text runs in the browser of whoever reads the page.",
    mend: "Escape it, or let a template with autoescaping put it in.",
    blind: "What the page's own script does with it.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'from markupsafe import Markup\nfrom flask import Flask, request, render_template\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    return render_template("page.html", body=Markup(request.form["text"]))\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'from markupsafe import escape\nfrom flask import Flask, request, render_template\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    return render_template("page.html", body=escape(request.form["text"]))\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: fromOutside, sinks: ["html"], severity: "medium" }),
});
