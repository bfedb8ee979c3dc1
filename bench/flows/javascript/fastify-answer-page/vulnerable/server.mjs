import Fastify from "fastify";
import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";
import { page } from "./render.mjs";

const bedrock = new BedrockRuntimeClient({ region: "eu-central-1" });
const app = Fastify();

async function essay(topic) {
  const out = await bedrock.send(
    new ConverseCommand({
      modelId: "mistral.mistral-7b-instruct-v0:2",
      messages: [{ role: "user", content: [{ text: `An essay on ${topic}` }] }],
    }),
  );
  return out.output.message.content[0].text;
}

app.get("/essay/:topic", async (request, reply) => {
  const text = await essay(request.params.topic);
  reply.type("text/html").send(page("Essay", text.split("\n\n"))); // sink
  return reply;
});

await app.listen({ port: 3000 });
