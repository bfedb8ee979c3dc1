import { Document, OpenAI, VectorStoreIndex } from "llamaindex";

const llm = new OpenAI({ model: "gpt-4o-mini" });

async function notesFor(index: VectorStoreIndex, question: string) {
  const retriever = index.asRetriever({ similarityTopK: 5 });
  const nodes = await retriever.retrieve({ query: question });
  return nodes.reduce((all, n) => all + "\n* " + n.node.getContent(), "");
}

export async function answer(texts: string[], question: string) {
  const index = await VectorStoreIndex.fromDocuments(texts.map((text) => new Document({ text })));
  const notes = await notesFor(index, question);
  const response = await llm.chat({
    messages: [
      { role: "system", content: `You answer questions. Follow these notes: ${notes}` }, // sink
      { role: "user", content: question },
    ],
  });
  return response.message.content;
}
