import { defineCheck } from "../define.ts";
import { fromOutside, reportFlows } from "./support.ts";

export const untrustedTextExecuted = defineCheck({
  meta: {
    id: "untrusted-text-executed",
    code: "PV-FLOW-011",
    title: "Text from outside is run as code",
    asset: "flow",
    severity: "critical",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-94", "CWE-95", "ATLAS:AML.T0049"],
    why: "Whoever writes the text runs code with the rights of the program.",
    mend: "Parse it as data (`json.loads`, `ast.literal_eval`), or let it choose from a table.",
    blind: "Text that is kept in a file or a database in between.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'from flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    return str(eval(text))\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'import ast\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    return str(ast.literal_eval(text))\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: fromOutside, sinks: ["code"], severity: "critical" }),
});
