import express from "express";
import knex from "knex";
import { MovieRepo } from "./repo";
import { MovieService } from "./service";

const db = knex({ client: "pg", connection: process.env.DATABASE_URL });
const service = new MovieService(new MovieRepo(db));
const app = express();

app.get("/movies", async (req, res) => {
  res.json(await service.find(String(req.query.wish ?? "")));
});

app.listen(3000);
