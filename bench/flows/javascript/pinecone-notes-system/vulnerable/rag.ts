import Anthropic from "@anthropic-ai/sdk";
import { Pinecone } from "@pinecone-database/pinecone";
import OpenAI from "openai";

const openai = new OpenAI();
const anthropic = new Anthropic();
const index = new Pinecone().index("reviews");

async function embed(text: string): Promise<number[]> {
  const result = await openai.embeddings.create({ model: "text-embedding-3-small", input: text });
  return result.data[0].embedding;
}

async function recall(question: string): Promise<string> {
  const { matches } = await index.query({ vector: await embed(question), topK: 6, includeMetadata: true });
  return matches.map((match) => String(match.metadata?.text)).join("\n- ");
}

export async function answer(question: string) {
  const reviews = await recall(question);
  const message = await anthropic.messages.create({
    model: "claude-3-5-sonnet-latest",
    max_tokens: 500,
    system: `You advise buyers. This is what customers say:\n- ${reviews}`, // sink
    messages: [{ role: "user", content: question }],
  });
  return message.content;
}
