import { Router } from "express";
import knex from "knex";

const db = knex({ client: "pg", connection: "postgresql://localhost/app" });
const router = Router();

function similar(tag) {
  return db.raw("SELECT id FROM passages WHERE tag = ? ORDER BY embedding <-> center", [tag]);
}

router.get("/search", async (req, res) => {
  const { rows } = await similar(req.query.tag);
  res.json(rows);
});

export { router };
