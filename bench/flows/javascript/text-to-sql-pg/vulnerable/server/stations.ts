import pg from "pg";
import { toSql } from "./sql.js";

const pool = new pg.Pool();

export async function stations(question: string): Promise<unknown[]> {
  const sql = await toSql(question);
  const { rows } = await pool.query(sql); // sink
  return rows;
}
