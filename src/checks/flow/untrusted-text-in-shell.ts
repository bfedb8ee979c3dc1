import { defineCheck } from "../define.ts";
import { fromOutside, reportFlows } from "./support.ts";

export const untrustedTextInShell = defineCheck({
  meta: {
    id: "untrusted-text-in-shell",
    code: "PV-FLOW-012",
    title: "Text from outside becomes a command",
    asset: "flow",
    severity: "critical",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-78", "CWE-77", "ATLAS:AML.T0049"],
    why: "One `;` in the text is enough: the rest runs with the rights of the program.",
    mend: "Start a fixed program with a list of arguments; quote with `shlex.quote` where a shell is needed.",
    blind: "Options that a fixed program understands as commands.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'import os\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    os.system("convert " + text)\n    return "done"\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'import subprocess\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    subprocess.run(["convert", "--", text])\n    return "done"\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, {
      sources: fromOutside,
      sinks: ["shell", "program"],
      severity: "critical",
    }),
});
