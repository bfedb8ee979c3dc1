import { checkCases } from "../../testing/check-cases.ts";
import { retrievedTextAsInstruction } from "./retrieved-text-as-instruction.ts";

checkCases(retrievedTextAsInstruction, {
  found: [
    'from langchain_chroma import Chroma\nfrom openai import OpenAI\n\nstore = Chroma(collection_name="docs")\nclient = OpenAI()\n\n\ndef ask(q):\n    docs = store.similarity_search(q)\n    context = "\\n".join(d.page_content for d in docs)\n    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": "Answer from: " + context}, {"role": "user", "content": q}])\n',
  ],
  clean: [
    'from langchain_chroma import Chroma\nfrom openai import OpenAI\n\nstore = Chroma(collection_name="docs")\nclient = OpenAI()\n\n\ndef ask(q):\n    docs = store.similarity_search(q)\n    context = "\\n".join(d.page_content for d in docs)\n    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": "Answer from the documents."}, {"role": "user", "content": context + q}])\n',
  ],
});
