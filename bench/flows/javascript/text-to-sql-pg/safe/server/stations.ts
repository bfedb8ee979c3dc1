import pg from "pg";
import { toSql } from "./sql.js";

const pool = new pg.Pool();

export async function stations(question: string): Promise<unknown[]> {
  const city = await toSql(question);
  const { rows } = await pool.query("SELECT name FROM stations WHERE city = $1", [city]);
  return rows;
}
