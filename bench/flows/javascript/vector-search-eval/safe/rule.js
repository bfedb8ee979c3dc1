import { Chroma } from "@langchain/community/vectorstores/chroma";
import { OpenAIEmbeddings } from "@langchain/openai";

const store = new Chroma(new OpenAIEmbeddings(), { collectionName: "rules" });

const rules = Object.assign(Object.create(null), {
  small: (amount) => amount < 100,
  never: () => false,
});

async function nearest(text) {
  const [document] = await store.similaritySearch(text, 1);
  return document.pageContent;
}

export async function allowed(text, amount) {
  const rule = await nearest(text);
  return Boolean(rules[rule]?.(Number(amount)));
}
