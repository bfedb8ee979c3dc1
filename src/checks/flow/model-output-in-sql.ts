import { defineCheck } from "../define.ts";
import { fromModel, reportFlows } from "./support.ts";

export const modelOutputInSql = defineCheck({
  meta: {
    id: "model-output-in-sql",
    code: "PV-FLOW-003",
    title: "What a model says becomes an SQL statement",
    asset: "flow",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-89",
      "OWASP-LLM10:2026",
      "OWASP-LLM05:2025",
      "OWASP-ASI05:2026",
      "ATLAS:AML.T0051.001",
    ],
    why: "A model that can be talked into it reads other people's rows, or drops the table.",
    mend: "Let the model fill in parameters of fixed statements; where it has to write SQL, give it a read-only user that sees only what the asker may see.",
    blind:
      "Statements that are checked by a parser of SQL, which are reported all the same, and rights of the database user.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'import sqlite3\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\ndb = sqlite3.connect("shop.db")\ndb.execute(text)\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'import sqlite3\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\ndb = sqlite3.connect("shop.db")\ndb.execute("select * from item where name = ?", (text,))\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: fromModel, sinks: ["sql"], severity: "high" }),
});
