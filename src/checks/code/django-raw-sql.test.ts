import { checkCases } from "../../testing/check-cases.ts";
import { djangoRawSql } from "./django-raw-sql.ts";

checkCases(djangoRawSql, {
  found: [
    'from django.db.models.expressions import RawSQL\nRawSQL("select a where b = %s" % value, [])\n',
  ],
  clean: ["RawSQL(x, [])"],
});
