import type { Knex } from "knex";

export class MovieRepo {
  constructor(private readonly db: Knex) {}

  list(options: { order: string; limit?: number }) {
    const limit = options.limit ?? 20;
    return this.db("movies").select("title", "year").orderByRaw(options.order).limit(limit); // sink
  }
}
