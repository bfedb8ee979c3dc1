import pg from "pg";

const pool = new pg.Pool({ max: 4 });

export async function flightsTo(city) {
  const result = await pool.query("SELECT number, departs FROM flights WHERE city = $1 LIMIT 20", [city]);
  return result.rows;
}
