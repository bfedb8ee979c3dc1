import { defineCheck } from "../define.ts";
import { fromOutside, reportFlows } from "./support.ts";

export const untrustedTextInSql = defineCheck({
  meta: {
    id: "untrusted-text-in-sql",
    code: "PV-FLOW-013",
    title: "Text from outside becomes an SQL statement",
    asset: "flow",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-89", "ATLAS:AML.T0049"],
    why: "A quote in the text ends the value and begins a statement.",
    mend: "Pass values as parameters.",
    blind: "Builders of queries that it does not know.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'import sqlite3\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    db = sqlite3.connect("a.db")\n    db.execute(f"delete from item where name = \'{text}\'")\n    return "done"\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'import sqlite3\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    db = sqlite3.connect("a.db")\n    db.execute("delete from item where name = ?", (text,))\n    return "done"\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: fromOutside, sinks: ["sql"], severity: "high" }),
});
