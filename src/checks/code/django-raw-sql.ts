import { defineCheck } from "../define.ts";
import { isStringLiteral } from "./support.ts";

export const djangoRawSql = defineCheck({
  meta: {
    id: "django-raw-sql",
    code: "PV-CODE-055",
    title: "RawSQL takes a statement that is put together",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: ["B611", "S611"],
    controls: ["CWE-89"],
    why: "A value that contains SQL changes the statement.",
    mend: "Write the statement as a literal and pass values in `params`.",
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from django.db.models.expressions import RawSQL\nRawSQL("select a where b = %s" % value, [])\n',
        },
      ],
      clean: [
        {
          code: 'from django.db.models.expressions import RawSQL\nRawSQL("select a where b = %s", [value])\n',
        },
      ],
    },
  },
  run: (view, report) => {
    if (!view.imports().some(({ name }) => name.includes("django.db.models"))) return;
    for (const call of view.methods("RawSQL")) {
      const sql = call.node.args[0] ?? call.keyword("sql")?.node;
      if (sql !== undefined && !isStringLiteral(sql)) report(call);
    }
  },
});
