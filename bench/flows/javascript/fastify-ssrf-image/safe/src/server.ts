import Anthropic from "@anthropic-ai/sdk";
import Fastify from "fastify";
import { base64 } from "./image.js";

const fastify = Fastify();
const anthropic = new Anthropic({ timeout: 30_000 });

fastify.post("/describe", async (request) => {
  const { imageUrl } = request.body as { imageUrl: string };
  const data = await base64(imageUrl);
  const message = await anthropic.messages.create({
    model: "claude-sonnet-4-5",
    max_tokens: 300,
    messages: [
      {
        role: "user",
        content: [{ type: "image", source: { type: "base64", media_type: "image/png", data } }],
      },
    ],
  });
  return { text: message.content[0] };
});
