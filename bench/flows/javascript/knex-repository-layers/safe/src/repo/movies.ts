import type { Knex } from "knex";

export class MovieRepo {
  constructor(private readonly db: Knex) {}

  list(options: { order: string; limit?: number }) {
    const limit = options.limit ?? 20;
    const column = options.order === "year" ? "year" : "title";
    return this.db("movies").select("title", "year").orderByRaw(column).limit(limit);
  }
}
