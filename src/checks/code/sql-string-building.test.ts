import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
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

test.each([
  ["conn.execute(text(f'select * from t where id={uid}'))", "default"],
  ["conn.execute(text(f'select count(*) from {table} where id = :id'))", undefined],
  ["pd.read_sql(f\"select * from t where name = '{name}'\", conn)", "default"],
  ["pd.read_sql(f'select * from {table}', conn)", undefined],
])("%s is shown to: %s", (code, audience) => {
  expect(runCheck(sqlStringBuilding, { code })[0]?.details.audience).toBe(audience);
});
