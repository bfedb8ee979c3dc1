import { Chroma } from "@langchain/community/vectorstores/chroma";
import { OpenAIEmbeddings } from "@langchain/openai";

const store = new Chroma(new OpenAIEmbeddings(), { collectionName: "rules" });

async function nearest(text) {
  const [document] = await store.similaritySearch(text, 1);
  return document.pageContent;
}

export async function allowed(text, amount) {
  const rule = await nearest(text);
  return Boolean(eval(`const amount = ${Number(amount)}; ${rule}`)); // sink
}
