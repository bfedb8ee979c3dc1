import { checkCases } from "../../testing/check-cases.ts";
import { queryBuilt } from "./query-built.ts";

checkCases(queryBuilt, {
  found: [
    "db.query(`select * from t where a = ${x}`)",
    "db.query('select * from t where a = ' + x)",
    "prisma.$queryRawUnsafe(`SELECT * FROM users WHERE id = ${id}`)",
    "session.run(`MATCH (n {name: '${name}'}) RETURN n`)",
  ],
  clean: [
    "db.query('select * from t where a = $1', [x])",
    "sql`select * from t where a = ${x}`",
    "log.all(`select ${x}`)",
    "prisma.$queryRaw`SELECT * FROM users WHERE id = ${id}`",
    "db.query(text)",
    "run(`update available: ${x}`)",
  ],
});
