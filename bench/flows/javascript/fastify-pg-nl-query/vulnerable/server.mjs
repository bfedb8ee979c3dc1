import Fastify from "fastify";
import { rows } from "./db.mjs";
import { toSql } from "./translate.mjs";

const fastify = Fastify({ logger: true });

fastify.get("/flights", async (request) => {
  const sql = await toSql(request.query.q);
  return { flights: await rows(sql) };
});

await fastify.listen({ port: 3000 });
