import pg from "pg";

const pool = new pg.Pool({ max: 4 });

export async function rows(statement) {
  const result = await pool.query(statement); // sink
  return result.rows;
}
