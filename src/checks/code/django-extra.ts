import type { Expression } from "../../formats/python/nodes.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { isStringLiteral } from "./support.ts";

const positions = ["select", "where", "params", "tables", "order_by", "select_params"] as const;

/** True where a part that becomes SQL is not a literal. Positions win over keywords, as in Django. */
function isOpen({ node }: PythonCall): boolean {
  const parts = new Map<string, Expression>();
  for (const { arg, value } of node.keywords) if (arg !== null) parts.set(arg, value);
  node.args
    .slice(0, positions.length)
    .forEach((value, index) => parts.set(positions[index]!, value));
  for (const name of ["where", "tables"]) {
    const value = parts.get(name);
    if (value !== undefined && (value.kind !== "List" || !value.elts.every(isStringLiteral)))
      return true;
  }
  const select = parts.get("select");
  if (select === undefined) return false;
  if (select.kind !== "Dict") return true;
  return ![...select.keys, ...select.values].every((part) => isStringLiteral(part ?? undefined));
}

export const djangoExtra = defineCheck({
  meta: {
    id: "django-extra",
    code: "PV-CODE-054",
    title: "extra() puts text into an SQL statement",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: ["B610", "S610"],
    controls: ["CWE-89"],
    why: "A value that contains SQL changes the statement.",
    mend: "Use the query expressions of Django, or pass values in `params`.",
    since: "0.1.0",
    examples: {
      found: [{ code: "User.objects.extra(where=[clause])\n" }],
      clean: [{ code: 'User.objects.extra(where=["id > 3"])\n' }],
    },
  },
  run: ({ methods }, report) => {
    for (const call of methods("extra")) {
      if (isOpen(call)) report(call);
    }
  },
});
