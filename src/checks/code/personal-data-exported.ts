import { pushChildren } from "../../formats/python/children.ts";
import type { Node } from "../../formats/python/nodes.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { personality } from "./personal-data.ts";

const writers = [
  "to_csv",
  "to_excel",
  "to_json",
  "to_parquet",
  "to_html",
  "to_pickle",
  "write_csv",
] as const;
/** Nodes of one expression that are looked at. */
const maxNodes = 200;

/** The columns that are written out in what is exported: in brackets, in `columns=`, in SQL. */
function columnsOf(call: PythonCall): readonly string[] {
  const { func } = call.node;
  const open: Node[] = [
    ...(func.kind === "Attribute" ? [func.value] : []),
    ...call.node.keywords.filter(({ arg }) => arg === "columns"),
  ];
  const columns: string[] = [];
  for (let seen = 0; open.length > 0 && seen < maxNodes; seen++) {
    const node = open.pop()!;
    if (node.kind === "Constant" && typeof node.value === "string")
      columns.push(...node.value.slice(0, 2000).split(/[\s,;"'`.()]+/));
    // Columns that are taken away are not exported.
    if (node.kind === "Call" && node.func.kind === "Attribute" && node.func.attr === "drop")
      continue;
    pushChildren(node, open);
  }
  return columns;
}

export const personalDataExported = defineCheck({
  meta: {
    id: "personal-data-exported",
    code: "PV-CODE-707",
    title: "Columns with personal data are written to a file",
    asset: "python",
    severity: "low",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-312", "CWE-359", "OWASP-LLM02:2026", "OWASP-LLM02:2025"],
    why: "The file is copied, uploaded as a training set and forgotten, and whoever finds it knows the people in it.",
    mend: "Leave the columns out, or put a keyed hash in their place; keep what is needed encrypted and for a set time.",
    blind:
      "Columns that are not named where the table is written; encryption of the place it is written to.",
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'import pandas as pd\nrows = pd.read_sql(query, db)\nrows[["email", "ssn", "balance"]].to_csv("export.csv")\n',
        },
      ],
      clean: [
        {
          code: 'import pandas as pd\nrows = pd.read_sql(query, db)\nrows[["age_group", "balance"]].to_csv("export.csv")\n',
        },
      ],
    },
  },
  run: (view, report) => {
    for (const call of view.methods(...writers)) {
      if (call.node.args.length + call.node.keywords.length === 0) continue;
      const columns = columnsOf(call);
      const grave = columns.find((name) => personality(name) === "grave");
      const plain = new Set(columns.filter((name) => personality(name) === "plain"));
      if (grave === undefined && plain.size < 2) continue;
      report(call, {
        message: `\`${grave ?? [...plain].join("`, `")}\` of each person is written to a file`,
      });
    }
  },
});
