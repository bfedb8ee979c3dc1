import Fastify from "fastify";
import { flightsTo } from "./db.mjs";
import { toCity } from "./translate.mjs";

const fastify = Fastify({ logger: true });

fastify.get("/flights", async (request) => {
  const city = await toCity(request.query.q);
  return { flights: await flightsTo(city) };
});

await fastify.listen({ port: 3000 });
