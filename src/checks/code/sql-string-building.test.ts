import { checkCases } from "../../testing/check-cases.ts";
import { sqlStringBuilding } from "./sql-string-building.ts";

checkCases(sqlStringBuilding, {
  found: [
    'conn.execute(text(f"select * from t where id={uid}"))',
    'q = f"SELECT a FROM {t} WHERE x"',
    'q = "delete from t where a=" + x',
    'q = "insert into {} values (1)".format(t)',
    'cursor.execute("select a " + b + " from c ")',
  ],
  clean: [
    '"select a from b where c"',
    'q = "select your plan"+x',
    'cursor.execute("select a from b where c = ?", (d,))',
  ],
});
