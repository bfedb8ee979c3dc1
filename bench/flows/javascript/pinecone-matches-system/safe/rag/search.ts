import { Pinecone } from "@pinecone-database/pinecone";

const index = new Pinecone().index("handbook");

export async function passages(vector: number[], tenant: string): Promise<string> {
  const result = await index.namespace(tenant).query({ vector, topK: 4, includeMetadata: true });
  return result.matches.map((match) => match.metadata?.text ?? "").join("\n");
}
