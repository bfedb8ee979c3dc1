import type { Expression } from "../../formats/python/nodes.ts";
import type { PythonCall, PythonValue } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";

/** True where text that is not known before the program runs goes into the expression. */
function isAssembled(value: PythonValue, node: Expression = value.origin()): boolean {
  if (value.constant() !== undefined) return false;
  switch (node.kind) {
    case "JoinedStr":
      return node.values.some(
        (part) => part.kind === "FormattedValue" && part.conversion !== "r" && part.spec === null,
      );
    case "BinOp":
      return (node.op === "+" || node.op === "%") && hasText(node);
    case "Call":
      return (
        node.func.kind === "Attribute" &&
        node.func.attr === "format" &&
        node.func.value.kind === "Constant"
      );
    default:
      return false;
  }
}

/** True where a sum or `%` has a text in it. Sums may be thousands of terms long; they lean left. */
function hasText(node: Expression): boolean {
  let current = node;
  for (let terms = 0; terms < 1_000 && current.kind === "BinOp"; terms++) {
    if (isText(current.right)) return true;
    current = current.left;
  }
  return isText(current);
}

function isText(node: Expression): boolean {
  return node.kind === "JoinedStr" || (node.kind === "Constant" && node.type === "str");
}

function isTable(call: PythonCall): boolean {
  return /^(?:pandas|modin\.pandas|dask\.dataframe)\./.test(call.name);
}

/** Calls of `query` and `eval` on something that is, or may well be, a table of pandas. */
function* tableCalls(view: PythonView): Generator<{ call: PythonCall; isSure: boolean }> {
  const found = view.methods("query", "eval");
  const usesPandas = found.length > 0 && view.hasImport("pandas");
  for (const call of found) {
    if (call.node.func.kind !== "Attribute") continue;
    const isSure = isTable(call);
    if (isSure || usesPandas) yield { call, isSure };
  }
}

export const tableExpressionInjection = defineCheck({
  meta: {
    id: "table-expression-injection",
    code: "PV-CODE-705",
    title: "An expression over a table is put together from text",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-95", "OWASP-LLM10:2026", "OWASP-LLM05:2025"],
    why: "pandas and numexpr evaluate the text as Python: `@pd.io.common.os.system('…')` in a column name or a filter runs a command.",
    mend: 'Select with a mask (`df[df.age > limit]`), or refer to a variable: `df.query("age > @limit")`.',
    blind: "Text that comes from elsewhere as a whole, and what it may hold.",
    references: ["CVE-2023-39631", "https://pandas.pydata.org/docs/reference/api/pandas.eval.html"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'import pandas as pd\ndef rows(name):\n    return pd.read_csv("a.csv").query(f"owner == \'{name}\'")\n',
        },
      ],
      clean: [
        {
          code: 'import pandas as pd\ndef rows(name):\n    return pd.read_csv("a.csv").query("owner == @name")\n',
        },
      ],
    },
  },
  run: (view, report) => {
    for (const { call, isSure } of tableCalls(view)) {
      const expression = call.argument(0, "expr");
      if (expression === undefined || call.name === "pandas.eval" || !isAssembled(expression))
        continue;
      report(call, isSure ? {} : { severity: "low", confidence: "low", audience: "pedantic" });
    }
    for (const call of view.calls("pandas.eval", "numexpr.evaluate")) {
      const expression = call.argument(0, call.method === "eval" ? "expr" : "ex");
      if (call.keyword("sanitize")?.is(false))
        report(call, {
          severity: "high",
          message: "numexpr is told not to look at what it evaluates",
        });
      else if (expression !== undefined && isAssembled(expression)) report(call);
    }
  },
});
