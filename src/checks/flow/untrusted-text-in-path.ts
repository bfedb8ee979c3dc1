import { defineCheck } from "../define.ts";
import { fromOutside, reportFlows } from "./support.ts";

export const untrustedTextInPath = defineCheck({
  meta: {
    id: "untrusted-text-in-path",
    code: "PV-FLOW-015",
    title: "Text from outside chooses which file is opened",
    asset: "flow",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-22", "CWE-73", "ATLAS:AML.T0049"],
    why: "`../` leads out of the folder that was meant.",
    mend: "Resolve the path and check that it is inside the folder, or use `secure_filename`.",
    blind: "Links within the folder.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'from flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    return open("data/" + text).read()\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'import os\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    return open(os.path.join("data", os.path.basename(text))).read()\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: fromOutside, sinks: ["path"], severity: "medium" }),
});
